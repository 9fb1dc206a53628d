import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { findHouseholds } from '../../../contracts/people';
import { reissueCard } from '../../../contracts/proxy';
import { calledBy } from '../../../domain/kernel/names';

type Props = {
  villageId: string;
  /** The new card is there: it is the one that is printed next. */
  onReplaced: (householdNumber: string) => void;
};

const isNumber = (text: string) => /^[1-9][0-9]{0,3}$/.test(text);
const nobody = (number: string) => ({
  code: 'household-not-found',
  message: `本村没有 ${number}号户。请照户册核对户号。`,
});

/** The household that a number names, as it was asked for. */
function useNamed(villageId: string, number: string | null) {
  const asked = useCall(findHouseholds, number ? { villageId, search: `${number}号` } : null);
  const found = asked.value?.households.find((each) => `${each.householdNumber}` === number);
  const error = asked.error ?? (number && asked.value && !found ? nobody(number) : null);
  return { found, error, busy: number !== null && asked.state === 'loading' };
}

/** A lost card is good for nothing at once; the new one still has to be printed and brought. */
export function LostCard({ villageId, onReplaced }: Props) {
  const [typed, type] = useState('');
  const [asked, ask] = useState<string | null>(null);
  const [said, say] = useState<string | null>(null);
  const { found, error, busy } = useNamed(villageId, asked);
  const reissue = useCommand(reissueCard);
  const input = (text: string) => {
    type(text.trim());
    ask(null);
    say(null);
  };
  const confirm = async (householdId: string) => {
    if (!(await reissue.run({ householdId })).ok) return;
    say(`${typed}号户的旧卡已经作废。请点“打印”,把新卡印给这一户。`);
    ask(null);
    onReplaced(typed);
  };
  const name = found && calledBy(found.householdNumber, found.householdName);
  return (
    <FormPart label="哪一户的卡丢了?" hint="换了新卡,旧卡马上不能用,正在凭旧卡代办的也停下。">
      <Field label="户号" type="number" value={typed} onInput={input} maximumLength={4} />
      <ErrorNote error={error} />
      <Button tone="outline" busy={busy} disabled={!isNumber(typed)} onTap={() => ask(typed)}>
        给这一户换新卡
      </Button>
      {said && <EmptyState icon="check" text={said} />}
      {found && name && (
        <Ask
          visible
          title={`${name}的卡换新的?`}
          text="旧卡马上作废,不能恢复。密码和积分都不变。新卡要印出来交给这一户。"
          confirmLabel="换新卡"
          danger
          busy={reissue.busy}
          onConfirm={() => confirm(found.householdId)}
          onClose={() => ask(null)}
        >
          <ErrorNote error={reissue.error} />
        </Ask>
      )}
    </FormPart>
  );
}
