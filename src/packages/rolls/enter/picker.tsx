import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { EmptyState } from '../../../components/empty-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { readRegisterLines } from '../../../contracts/life';
import { findHouseholds } from '../../../contracts/people';
import type { RollKind } from '../../../contracts/rolls';
import { calledBy } from '../../../domain/kernel/names';
import { soughtNumber } from '../../../domain/people/find-household';
import type { Mark, RollForm } from './form';

/** What may be said of somebody: on it, on it as a woman, not on it. */
function choicesOf(kind: RollKind, { base }: RollForm): { id: Mark; label: string }[] {
  return [
    { id: 'in', label: kind === 'representatives' ? '加上' : '在名册上' },
    ...(kind === 'representatives' ? [{ id: 'woman' as const, label: '加上,妇女代表' }] : []),
    ...(base === 'empty' ? [] : [{ id: 'out' as const, label: '不在名册上' }]),
  ];
}

type Props = {
  villageId: string;
  kind: RollKind;
  form: RollForm;
  /** `null` takes back what was said of them. */
  onMark: (id: string, label: string, mark: Mark | null) => void;
  problem: string | undefined;
};

/** The people of one household, each to be put on the roll or taken off it. */
function Household({ number, ...props }: Props & { number: number }) {
  const { villageId, kind, form, onMark } = props;
  const call = useCall(readRegisterLines, { villageId, householdNumber: number });
  return (
    <Loaded call={call} lines={2}>
      {({ lines }) => (
        <View>
          {lines.map(({ memberId, name, relation }) => {
            const mark = form.marked[memberId]?.mark ?? null;
            const label = calledBy(number, name);
            return (
              <FormPart key={memberId} label={`${label}(${relation})`}>
                <Chips
                  choices={choicesOf(kind, form)}
                  chosen={mark}
                  onChoose={(id) => onMark(memberId, label, id === mark ? null : id)}
                />
              </FormPart>
            );
          })}
        </View>
      )}
    </Loaded>
  );
}

type FoundProps = { villageId: string; search: string; onChoose: (number: number) => void };

/** `22号户 包*`, and whose name it was: one tap shows the household. */
function Found({ villageId, search, onChoose }: FoundProps) {
  const call = useCall(findHouseholds, { villageId, search });
  return (
    <Loaded
      call={call}
      lines={1}
      isEmpty={({ households }) => households.length === 0}
      empty={<EmptyState icon="house" text="没有找到。请换一个写法,或填户号。" />}
    >
      {({ households, more }) => (
        <>
          <Card flush>
            {households.map(({ householdId, householdNumber, householdName, matchedName }) => (
              <Line
                key={householdId}
                icon="house"
                title={calledBy(householdNumber, householdName)}
                note={matchedName && `家里有${matchedName}`}
                onTap={() => onChoose(householdNumber)}
              />
            ))}
          </Card>
          <View>{more && '还有别的户,请把名字写全。'}</View>
        </>
      )}
    </Loaded>
  );
}

/** About a screen of them. */
const marksAtOnce = 10;

type Sought = { number: number } | { search: string } | null;

const markWords: Record<Mark, string> = { in: '加上', woman: '妇女代表', out: '去掉' };

/** Exceptions only: a household is looked up by its number, and what was said of whom is listed. */
export function Picker(props: Props) {
  const { form, onMark, problem } = props;
  const { villageId } = props;
  const [typed, setTyped] = useState('');
  const [sought, seek] = useState<Sought>(null);
  const look = () => {
    const [search, number] = [typed.trim(), soughtNumber(typed)];
    seek(number !== null ? { number } : search === '' ? null : { search });
  };
  const ids = Object.keys(form.marked);
  return (
    <>
      <Field
        label="几号户或姓名"
        value={typed}
        onInput={setTyped}
        maximumLength={30}
        placeholder="比如 22"
        hint="找到这一户,再点人。"
        problem={problem ?? null}
        onConfirm={look}
      />
      <View className="roll-find">
        <Button tone="outline" onTap={look}>
          找这一户
        </Button>
      </View>
      <View>
        {sought && 'search' in sought && (
          <Found
            key={sought.search}
            {...{ villageId, search: sought.search }}
            onChoose={(number) => seek({ number })}
          />
        )}
        {sought && 'number' in sought && (
          <Household key={sought.number} {...props} number={sought.number} />
        )}
      </View>
      <View>
        {ids.length > 0 && (
          <FormPart label={`改动 ${ids.length} 人,点一下就不改了`}>
            <Growing
              groups={[{ key: 'marked', rows: ids, frame: (rows) => <Card flush>{rows}</Card> }]}
              keyOf={(id) => id}
              atOnce={marksAtOnce}
              lined
            >
              {(id) => {
                const marked = form.marked[id];
                return marked ? (
                  <Line
                    title={marked.label}
                    extra={markWords[marked.mark]}
                    onTap={() => onMark(id, marked.label, null)}
                  />
                ) : null;
              }}
            </Growing>
          </FormPart>
        )}
      </View>
    </>
  );
}
