import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { CheckLine } from '../../../components/check-line';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import type { LifeKind, Relation } from '../../../contracts/life';
import { relationWords } from '../../../domain/people/life/relations';
import {
  asksRelation,
  type FieldsProps,
  isOfMember,
  isOfNewLine,
  isUnsure,
  needsNextHead,
} from './form';
import { SplitFields } from './split-fields';

const relations = (Object.keys(relationWords) as Relation[]).map((id) => {
  return { id, label: relationWords[id] };
});
const residences = [
  { id: 'local', label: '本村户籍' },
  { id: 'newcomer', label: '外来常住' },
] as const;

function LineFields({ form, thisYear, type, problemAt }: FieldsProps) {
  return (
    <>
      <Field
        label="姓名"
        value={form.name}
        onInput={(name) => type({ name })}
        placeholder="照身份证写"
        problem={problemAt('name')}
      />
      <Field
        label="出生年份"
        type="number"
        value={form.birthYear}
        onInput={(birthYear) => type({ birthYear })}
        maximumLength={4}
        placeholder="比如 1990"
        hint="没满18岁的人不登记姓名,只改孩子人数。"
        problem={problemAt('birthYear')}
      />
      <View>
        {isUnsure(form, thisYear) && (
          <CheckLine
            label="已经满18岁"
            checked={form.isAdult}
            onChange={(isAdult) => type({ isAdult })}
          >
            看过身份证,今年的生日已经过了
          </CheckLine>
        )}
      </View>
      <Field
        label="手机号"
        type="number"
        value={form.phone}
        onInput={(phone) => type({ phone })}
        maximumLength={11}
        placeholder="没有就空着"
        hint="只写本人的。另一个人确认以后,本人用这个号就能加入。"
        problem={problemAt('phone')}
      />
      <FormPart label="户籍">
        <Chips
          choices={residences}
          chosen={form.residence}
          onChoose={(residence) => type({ residence })}
        />
      </FormPart>
    </>
  );
}

const whoLabels: Partial<Record<LifeKind, string>> = {
  'move-out': '谁迁出',
  marry: '谁搬过去',
  head: '谁当新户主',
  death: '谁去世了',
};

function WhoFields({ form, household, type, problemAt }: FieldsProps) {
  const { kind, memberId } = form;
  const choices = household.lines.map((line) => ({ id: line.memberId, label: line.name }));
  const others = choices.filter(({ id }) => id !== memberId);
  const chosen = household.lines.find((line) => line.memberId === memberId);
  const isBound = kind !== 'head' && chosen?.holdsOffice === true;
  return (
    <>
      <FormPart
        label={whoLabels[kind] ?? '谁'}
        hint={isBound ? `${chosen.name}还有职务,要先登记离任。` : undefined}
        problem={problemAt('memberId')}
      >
        <Chips
          choices={choices}
          chosen={memberId}
          onChoose={(id) => type({ memberId: id, headId: null })}
        />
      </FormPart>
      <View>
        {needsNextHead(form, household) && (
          <FormPart label="谁接着当户主" problem={problemAt('headId')}>
            <Chips choices={others} chosen={form.headId} onChoose={(headId) => type({ headId })} />
          </FormPart>
        )}
      </View>
    </>
  );
}

function relationLabel(kind: LifeKind): string {
  if (kind === 'head') return '原来的户主是新户主的';
  return kind === 'marry' ? '是那一户户主的' : '是户主的';
}

const numberLabels: Partial<Record<LifeKind, string>> = {
  number: '新的户号',
  marry: '搬到几号户',
  split: '新户的户号',
  merge: '并到几号户',
};
const ends = [
  { id: 'died', label: '去世了' },
  { id: 'moved', label: '搬走了' },
] as const;

/**
 * What a kind of event asks, and nothing else.
 * @param belowNumber the household that the number names, for a look
 */
export function KindFields(props: FieldsProps & { belowNumber: ReactNode }) {
  const { form, household, type, problemAt } = props;
  const { kind } = form;
  return (
    <>
      <View>
        {kind === 'children' && (
          <Field
            label="现在有几个孩子"
            type="number"
            value={form.minors}
            onInput={(minors) => type({ minors })}
            maximumLength={2}
            hint={`没满18岁的,原来登记 ${household.minors} 个。只记个数,不记姓名。`}
            problem={problemAt('minors')}
          />
        )}
      </View>
      <View>{isOfNewLine(kind) && <LineFields {...props} />}</View>
      <View>{isOfMember(kind) && <WhoFields {...props} />}</View>
      <View>{kind === 'split' && <SplitFields {...props} />}</View>
      <View>
        {kind === 'end' && (
          <FormPart
            label="最后一个人怎么了"
            hint="没取的兑换单会退掉,剩下的兑换分留 30 天。"
            problem={problemAt('gone')}
          >
            <Chips choices={ends} chosen={form.gone} onChoose={(gone) => type({ gone })} />
          </FormPart>
        )}
      </View>
      <View>
        {numberLabels[kind] && (
          <Field
            label={numberLabels[kind] ?? ''}
            type="number"
            value={form.number}
            onInput={(number) => type({ number })}
            maximumLength={4}
            placeholder="比如 22"
            problem={problemAt('number')}
          />
        )}
      </View>
      <View>{props.belowNumber}</View>
      <View>
        {asksRelation(kind) && (
          <FormPart label={relationLabel(kind)} problem={problemAt('relation')}>
            <Chips
              choices={relations}
              chosen={form.relation}
              onChoose={(relation) => type({ relation })}
            />
          </FormPart>
        )}
      </View>
    </>
  );
}
