import { todayByServer } from '../../../client/server-clock';
import { Chips } from '../../../components/chips';
import { FormPart } from '../../../components/form-part';
import { NoteField } from '../../../components/note-field';
import { PhotoPicker } from '../../../components/photo-picker';
import type { PointItem } from '../../../contracts/scheme';
import { evidenceSeenBy } from '../../../domain/people/told-before';
import { sameDayInWords } from '../../../domain/scheme/same-deed';
import { everyShare, unitsInWords } from '../../../domain/scheme/score';
import { type AllowanceCall, AllowanceNote } from './allowance-note';
import { ClockNote } from './clock-note';
import { DayChooser } from './day-chooser';
import { type DeedDraft, pointsOf } from './deed';
import { LocationChoice } from './location-choice';
import { Stepper } from './stepper';

type Props = {
  item: PointItem;
  draft: DeedDraft;
  onChange: (part: Partial<DeedDraft>) => void;
  allowance: AllowanceCall;
  /** Of many households: each has its own limit and place. */
  many: boolean;
};

function Measure({ item, draft, onChange }: Omit<Props, 'allowance' | 'many'>) {
  const { standard } = item;
  if (standard.kind === 'fixed') return null;
  if (standard.kind === 'per-unit') {
    const points = standard.points * draft.units;
    const sum = `${unitsInWords(draft.units, standard)} = ${points} 分`;
    return (
      <FormPart label="做了多少" hint={`${everyShare(standard)} ${standard.points} 分 · ${sum}`}>
        <Stepper
          value={draft.units}
          standard={standard}
          onChange={(units) => onChange({ units })}
        />
      </FormPart>
    );
  }
  const choices = standard.levels.map(({ id, name, points }) => ({
    id,
    label: `${name} ${points} 分`,
  }));
  return (
    <FormPart label="哪一档">
      <Chips
        choices={choices}
        chosen={draft.levelId}
        onChoose={(levelId) => onChange({ levelId })}
      />
    </FormPart>
  );
}

/** Said below the note: above it, it would push the fields down when it arrives. */
function repeatedInWords({ oncePerDay }: PointItem, count: number): string | null {
  const there = sameDayInWords(count);
  if (there === null || oncePerDay) return there;
  return `${there}写一句是哪一件,核对和评议的人看。`;
}

/** Everything about one deed, in the order one would tell it. */
export function DeedForm({ item, draft, onChange, allowance, many }: Props) {
  const needed =
    item.evidence === 'photo' ? '这一项要照片,至少一张。' : '可以不拍。拍了核对起来快。';
  const repeated = many ? null : repeatedInWords(item, allowance.value?.sameDay ?? 0);
  return (
    <>
      {!many && <AllowanceNote {...{ allowance, item }} points={pointsOf(item, draft)} />}
      <Measure item={item} draft={draft} onChange={onChange} />
      <FormPart label="哪天做的">
        <ClockNote />
        <DayChooser day={draft.day} today={todayByServer()} onChoose={(day) => onChange({ day })} />
      </FormPart>
      <FormPart label="照片" hint={`${needed}照片里记的地点和时间会去掉。${evidenceSeenBy}`}>
        <PhotoPicker photos={draft.photos} onChange={(photos) => onChange({ photos })} />
      </FormPart>
      <FormPart
        label="说明"
        hint={`${repeated === null ? '可以不写。' : ''}不要写身份证号、电话。`}
        problem={repeated}
      >
        <NoteField
          label="说明"
          value={draft.note}
          onInput={(note) => onChange({ note })}
          placeholder="比如:和谁一起,在哪儿"
        />
      </FormPart>
      {process.env.TARO_APP_LOCATION === 'on' && !many && (
        <FormPart label="位置" hint={`可以不加。用来说明是在哪儿做的。${evidenceSeenBy}`}>
          <LocationChoice
            location={draft.location}
            onChange={(location) => onChange({ location })}
          />
        </FormPart>
      )}
    </>
  );
}
