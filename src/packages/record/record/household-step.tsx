import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { DeviceProblem } from '../../../client/device-problem';
import { keepPack } from '../../../client/offline-pack';
import { scanCode } from '../../../client/scan';
import { Card } from '../../../components/card';
import { DeviceNote } from '../../../components/device-note';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Growing } from '../../../components/growing';
import { Icon } from '../../../components/icon';
import { Line } from '../../../components/line';
import { Skeleton } from '../../../components/skeleton';
import { Tap } from '../../../components/tap';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import {
  type ChosenHousehold,
  factsOf,
  type HouseholdSearch,
  nameOf,
  searchHouseholds,
} from './chosen-household';
import './household-step.scss';
import { PackLine } from './pack-line';

/** About a screen of lines. */
const householdsAtOnce = 8;

type Props = { villageId: string; onPick: (household: ChosenHousehold) => void };
type Shown = HouseholdSearch | { state: 'idle' } | { state: 'asking' };

/** What is not on the list, or how old it is. */
function FoundNote({ shown }: { shown: HouseholdSearch & { state: 'found' } }) {
  const { more, offline, households } = shown;
  const kept = offline?.keptAtMs ?? null;
  return (
    <>
      {more && (
        <View className="household-step-note">
          只列了前 {households.length} 户,还有别的。把姓名写全一点,或输户号。
        </View>
      )}
      {kept !== null && (
        <View className="household-step-note">
          现在没网,查的是本机 {dayInWords(dayOf(kept))}存的户名。
        </View>
      )}
    </>
  );
}

function Found({ shown, onPick }: { shown: Shown; onPick: Props['onPick'] }) {
  if (shown.state === 'idle') return null;
  if (shown.state === 'asking') return <Skeleton lines={1} />;
  if (shown.state === 'failed') return <ErrorNote error={shown.error} />;
  if (shown.households.length === 0) {
    return (
      <>
        <EmptyState icon="house" text="没找到这一户" hint="看看户号或姓名有没有写错。" />
        <FoundNote shown={shown} />
      </>
    );
  }
  return (
    <>
      <Card flush>
        <Growing
          groups={[{ key: 'found', rows: shown.households }]}
          keyOf={({ householdNumber }) => String(householdNumber)}
          atOnce={householdsAtOnce}
          lined
        >
          {(household) => (
            <Line
              icon="house"
              title={nameOf(household)}
              note={factsOf(household)}
              onTap={() => onPick(household)}
            />
          )}
        </Growing>
      </Card>
      <FoundNote shown={shown} />
    </>
  );
}

/** Whose deed it is: scan the household's card, or look for it. Works without network too. */
export function HouseholdStep({ villageId, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Shown>({ state: 'idle' });
  const search = async (text: string, pickOnly: boolean) => {
    if (text === '') return;
    setShown({ state: 'asking' });
    const found = await searchHouseholds(villageId, text);
    const [only, ...others] = found.state === 'found' ? found.households : [];
    if (pickOnly && only && others.length === 0) onPick(only);
    else setShown(found);
  };
  useEffect(() => {
    keepPack(villageId);
  }, [villageId]);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const scan = async () => {
    setProblem(null);
    const scanned = await scanCode();
    setProblem(scanned.problem);
    if (scanned.text !== null) await search(scanned.text.trim(), true);
  };
  return (
    <>
      <Tap className="household-step-scan" onTap={scan}>
        <Icon name="scan" tone="green" />
        <View>扫户码</View>
      </Tap>
      <DeviceNote
        problem={problem}
        instead="也可以在下面输户号。"
        onSettled={() => setProblem(null)}
      />
      <View className="household-step-search">
        <View className="household-step-field">
          <Field
            label="或输户号、姓名"
            value={typed}
            onInput={setTyped}
            placeholder="比如 17,或名字里的字"
            onConfirm={() => search(typed.trim(), false)}
          />
        </View>
        <Tap
          className="household-step-find"
          disabled={typed.trim() === ''}
          onTap={() => search(typed.trim(), false)}
        >
          找
        </Tap>
      </View>
      <Found shown={shown} onPick={onPick} />
      <PackLine villageId={villageId} />
    </>
  );
}
