import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { readRegisterLines } from '../../../contracts/life';
import type { RollKind } from '../../../contracts/rolls';
import type { Mark, RollForm } from './form';

const numberOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : null);

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
            const label = `${number}号户 ${name}`;
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

const markWords: Record<Mark, string> = { in: '加上', woman: '妇女代表', out: '去掉' };

/** Exceptions only: a household is looked up by its number, and what was said of whom is listed. */
export function Picker(props: Props) {
  const { form, onMark, problem } = props;
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState<number | null>(null);
  const look = () => setNumber(numberOf(typed));
  const ids = Object.keys(form.marked);
  return (
    <>
      <Field
        label="几号户"
        type="number"
        value={typed}
        onInput={setTyped}
        maximumLength={4}
        placeholder="比如 22"
        hint="填户号,看这一户,再点人。"
        problem={problem ?? null}
        onConfirm={look}
      />
      <Button tone="outline" onTap={look}>
        看这一户
      </Button>
      <View>{number !== null && <Household key={number} {...props} number={number} />}</View>
      <View>
        {ids.length > 0 && (
          <FormPart label={`改动 ${ids.length} 人,点一下就不改了`}>
            <Card flush>
              {ids.map((id) => {
                const marked = form.marked[id];
                return marked ? (
                  <Line
                    key={id}
                    title={marked.label}
                    extra={markWords[marked.mark]}
                    onTap={() => onMark(id, marked.label, null)}
                  />
                ) : null;
              })}
            </Card>
          </FormPart>
        )}
      </View>
    </>
  );
}
