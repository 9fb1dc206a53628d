import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { DraftCard } from '../../../components/draft-card';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Page } from '../../../components/page';
import { offerGoods } from '../../../contracts/exchange';
import { useForm } from '../use-form';
import {
  asked,
  type Kind,
  kinds,
  longest,
  readGoods,
  type ShelfLine,
  typedFrom,
} from './goods-text';

type Props = { shopId: string; line: ShelfLine | null; onDone: () => void; onClose: () => void };

/** What is filled in, kept for a day. */
function useGoods({ shopId, line }: Pick<Props, 'shopId' | 'line'>) {
  const form = useForm(typedFrom(line));
  const [kind, setKind] = useState<Kind>(line?.kind ?? 'goods');
  const draft = useOwnDraft({
    key: `goods ${shopId} ${line?.goodsId ?? ''}`,
    value: form.isFilled ? { texts: form.value, kind } : null,
    restore(left) {
      form.fill(left.texts);
      setKind(left.kind);
    },
  });
  return { form, kind, setKind, draft };
}

/** One kind of goods: new, or what stands there with another price. */
export function GoodsForm({ shopId, line, onDone, onClose }: Props) {
  const { form, kind, setKind, draft } = useGoods({ shopId, line });
  const { run, busy, error, clearError } = useCommand(offerGoods);
  const { field } = form;
  const submit = async () => {
    if (!form.check(asked)) return;
    const read = readGoods(form.value);
    if ('problem' in read) return form.say(read.field, read.problem);
    const answer = await run({ shopId, ...(line && { goodsId: line.goodsId }), kind, ...read });
    if (!answer.ok) return;
    draft.done();
    onDone();
  };
  return (
    <Page
      title={line ? line.name : '添一样货'}
      primary={{ label: line ? '改好了' : '上架', onTap: submit, busy }}
      bottom={<ErrorNote error={error} />}
    >
      <DraftCard draft={draft} />
      <FormPart
        label="是货,还是服务?"
        hint={kind === 'service' ? '服务不用进货,比如 理发。' : undefined}
      >
        <Chips choices={kinds} chosen={kind} onChoose={setKind} />
      </FormPart>
      <Field
        {...field('name', clearError)}
        label="叫什么"
        maximumLength={longest.name}
        placeholder="比如 香皂"
      />
      <Field
        {...field('unit', clearError)}
        label="按什么算"
        maximumLength={longest.unit}
        placeholder="比如 块、袋、瓶"
      />
      <Field
        {...field('points', clearError)}
        label="一份要多少分"
        type="number"
        maximumLength={longest.number}
        hint="最少 5 分。1 分约合 1 元。"
      />
      <Field
        {...field('cost', clearError)}
        label="进价(元)"
        type="digit"
        maximumLength={longest.cost}
      />
      <View>
        {kind === 'goods' && (
          <Field
            {...field('safetyStock', clearError)}
            label="剩多少就该进货"
            type="number"
            maximumLength={longest.number}
          />
        )}
      </View>
      <FormPart label="先放着">
        <Button onTap={onClose}>回到货架</Button>
      </FormPart>
    </Page>
  );
}
