import { View } from '@tarojs/components';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import type { Choices } from './wanted';

type Props = { choices: Choices; set: (changed: Partial<Choices>) => void };

/** All of the village, or from one number to another. */
export function HouseholdsChoice({ choices: { all, from, to }, set }: Props) {
  return (
    <>
      <FormPart label="印哪些户?">
        <Chips
          choices={[
            { id: 'all', label: '全村' },
            { id: 'some', label: '几号到几号' },
          ]}
          chosen={all ? 'all' : 'some'}
          onChoose={(id) => set({ all: id === 'all' })}
        />
      </FormPart>
      <View>
        {!all && (
          <>
            <Field
              label="从几号户"
              type="number"
              value={from}
              onInput={(typed) => set({ from: typed.trim() })}
              maximumLength={4}
              placeholder="比如 17"
            />
            <Field
              label="到几号户"
              type="number"
              value={to}
              onInput={(typed) => set({ to: typed.trim() })}
              maximumLength={4}
              hint="只印一户,这一格空着。"
            />
          </>
        )}
      </View>
    </>
  );
}

/** Which households, and onto what. */
export function CardChoices({ choices, set }: Props) {
  const { format } = choices;
  return (
    <>
      <HouseholdsChoice choices={choices} set={set} />
      <FormPart
        label="印在什么纸上?"
        hint={
          format === 'sheet'
            ? '普通 A4 纸,一张印十户,沿线剪开。'
            : '银行卡大小的卡,一户一张,要用印卡的打印机。'
        }
      >
        <Chips
          choices={[
            { id: 'sheet', label: 'A4 纸,十户一张' },
            { id: 'single', label: '一户一张卡' },
          ]}
          chosen={format}
          onChoose={(id) => set({ format: id })}
        />
      </FormPart>
    </>
  );
}
