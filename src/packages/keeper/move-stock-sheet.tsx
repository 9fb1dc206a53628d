import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../client/use-command';
import { useOwnDraft } from '../../client/use-own-draft';
import { Ask } from '../../components/ask';
import { Chips } from '../../components/chips';
import { DraftCard } from '../../components/draft-card';
import { ErrorNote } from '../../components/error-state';
import { Field } from '../../components/field';
import { moveStock } from '../../contracts/exchange';
import './move-stock-sheet.scss';
import {
  changeOf,
  outcomeInWords,
  questions,
  readCount,
  reasonChoices,
  type StockLine,
  type StockReason,
} from './stock-move';

type Props = { shopId: string; line: StockLine; onMoved: () => void; onClose: () => void };

const longestNote = 100;

/** Goods came, broke, got lost, or were counted; says what the book will hold before it is kept. */
export function MoveStockSheet({ shopId, line, onMoved, onClose }: Props) {
  const [reason, setReason] = useState<StockReason>('bought-in');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const { run, busy, error } = useCommand(moveStock);
  const draft = useOwnDraft({
    key: `stock ${shopId} ${line.goodsId}`,
    value: typed !== '' || note !== '' ? { reason, typed, note } : null,
    restore(left) {
      setReason(left.reason);
      setTyped(left.typed);
      setNote(left.note);
    },
  });
  const count = readCount(typed);
  const change = count === null ? null : changeOf(reason, count, line.onHand);
  const fits = change !== null && change !== 0 && line.onHand + change >= 0;
  const problem = typed !== '' && count === null ? '请填 0 到 9999 的整数。' : null;

  const keep = async () => {
    if (change === null) return;
    const said = note.trim();
    const { goodsId } = line;
    const answer = await run({ shopId, goodsId, change, reason, ...(said && { note: said }) });
    if (!answer.ok) return;
    draft.done();
    onMoved();
  };
  return (
    <Ask
      visible
      title={line.name}
      confirmLabel="记下"
      busy={busy}
      disabled={!fits}
      onConfirm={keep}
      onClose={onClose}
    >
      <DraftCard draft={draft} />
      <View className="move-stock-reasons">
        <Chips choices={reasonChoices} chosen={reason} onChoose={setReason} />
      </View>
      <Field
        label={`${questions[reason]}(${line.unit})`}
        value={typed}
        onInput={setTyped}
        type="number"
        maximumLength={4}
        problem={problem}
        hint={change === null ? undefined : outcomeInWords(line, change)}
      />
      <Field
        label="备注(可以不写)"
        value={note}
        onInput={setNote}
        maximumLength={longestNote}
        placeholder="比如 镇里统一送来"
      />
      <ErrorNote error={error} />
    </Ask>
  );
}
