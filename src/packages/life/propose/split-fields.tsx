import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { CheckLine } from '../../../components/check-line';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { wholeDayInWords } from '../../../domain/kernel/time';
import { type FieldsProps, headSplitsOff } from './form';

const ways = [
  { id: 'heads', label: '按人头分' },
  { id: 'agreed', label: '家里商量好了' },
] as const;

const withOrWithout = (ids: readonly string[], id: string, isIn: boolean) =>
  isIn ? [...ids, id] : ids.filter((each) => each !== id);

const byPhone = '用微信的大人,登记以后在自己手机上签。';

/** Lot by lot as the adults agreed, and who signed it on paper; the others sign by phone. */
function AgreedFields({ form, household, type }: FieldsProps) {
  const { points, onPaper } = form;
  const withoutPhone = household.lines.filter(({ isJoined }) => !isJoined);
  return (
    <>
      {household.lots.map(({ lastDay, points: there }) => (
        <Field
          key={lastDay}
          label={`分走几分(有 ${there} 分用到 ${wholeDayInWords(lastDay)})`}
          type="number"
          value={points[lastDay] ?? ''}
          onInput={(text) => type({ points: { ...points, [lastDay]: text } })}
          maximumLength={6}
          placeholder="不分就空着"
        />
      ))}
      <FormPart
        label={withoutPhone.length > 0 ? '谁在纸上签了字' : '大人签字'}
        hint={withoutPhone.length > 0 ? `${byPhone}不用微信的,在纸上签好了再勾。` : byPhone}
      >
        <View>
          {withoutPhone.length > 0 && (
            <Card flush>
              {withoutPhone.map(({ memberId, name }) => (
                <CheckLine
                  key={memberId}
                  label={`${name}在纸上签了`}
                  checked={onPaper.includes(memberId)}
                  onChange={(isIn) => type({ onPaper: withOrWithout(onPaper, memberId, isIn) })}
                />
              ))}
            </Card>
          )}
        </View>
      </FormPart>
    </>
  );
}

/** Who splits off, with which children, and how the points are divided. */
export function SplitFields(props: FieldsProps) {
  const { form, household, type, problemAt } = props;
  const { leaving } = form;
  const choices = household.lines.map(({ memberId, name }) => ({ id: memberId, label: name }));
  const going = choices.filter(({ id }) => leaving.includes(id));
  const staying = choices.filter(({ id }) => !leaving.includes(id));
  return (
    <>
      <FormPart
        label="谁分出去"
        hint="有职务的人留在原来的户里,让别人分出去。"
        problem={problemAt('leaving')}
      >
        <Card flush>
          {household.lines.map(({ memberId, name, relation }) => (
            <CheckLine
              key={memberId}
              label={`${name}分出去`}
              checked={leaving.includes(memberId)}
              onChange={(isIn) => type({ leaving: withOrWithout(leaving, memberId, isIn) })}
            >
              {relation}
            </CheckLine>
          ))}
        </Card>
      </FormPart>
      <View>
        {going.length > 0 && (
          <FormPart label="谁当新户的户主" problem={problemAt('newHeadId')}>
            <Chips
              choices={going}
              chosen={form.newHeadId}
              onChoose={(newHeadId) => type({ newHeadId })}
            />
          </FormPart>
        )}
      </View>
      <View>
        {headSplitsOff(form, household) && (
          <FormPart label="原来的户谁接着当户主" problem={problemAt('headId')}>
            <Chips choices={staying} chosen={form.headId} onChoose={(headId) => type({ headId })} />
          </FormPart>
        )}
      </View>
      <View>
        {household.minors > 0 && (
          <Field
            label="带走几个孩子"
            type="number"
            value={form.along}
            onInput={(along) => type({ along })}
            maximumLength={2}
            hint={`没满18岁的,现在登记 ${household.minors} 个。`}
          />
        )}
      </View>
      <FormPart label="积分怎么分" hint="谈不拢的按人头分;除不尽的留在原来的户。">
        <Chips
          choices={ways}
          chosen={form.isAgreed ? 'agreed' : 'heads'}
          onChoose={(way) => type({ isAgreed: way === 'agreed' })}
        />
      </FormPart>
      <View>{form.isAgreed && <AgreedFields {...props} />}</View>
    </>
  );
}
