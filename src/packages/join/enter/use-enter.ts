import { useState } from 'react';
import { withoutChanged } from '../../../client/changed';
import { draftOwner } from '../../../client/drafts';
import { useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { useDraft } from '../../../client/use-draft';
import { askToBeEntered } from '../../../contracts/entry';
import { readPhoneNumber } from '../../../contracts/wechat';
import { dayOf } from '../../../domain/kernel/time';
import { type EnterForm, type EnterProblems, emptyEnterForm, problemsOf } from './enter-form';

/** The number that WeChat vouches for, by one tap; without it one is entered all the same. */
function useProvenPhone() {
  const command = useCommand(readPhoneNumber);
  const [phone, setPhone] = useState<{ token: string; masked: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (code: string) => {
    setProblem(null);
    const proven = await command.run({ code });
    if (!proven.ok) return setProblem(proven.error.message);
    setPhone({ token: proven.value.phoneToken, masked: proven.value.phoneMasked });
  };
  return { phone, take, problem, setProblem, busy: command.busy, forget: () => setPhone(null) };
}

type Left = Omit<EnterForm, 'agreed' | 'shown'>;

/** What was typed; to agree is asked anew of whoever comes back. */
function useEnterDraft(villageId: string, form: EnterForm, restore: (left: Left) => void) {
  const owner = useSession((session) => draftOwner(session, 'self'));
  const { agreed, shown, ...left } = form;
  const isTyped = form.name !== '' || form.birthYear !== '' || form.sinceMonth !== '';
  return useDraft({
    ...{ key: `enter ${villageId}`, owner, restore },
    value: isTyped ? left : null,
  });
}

/** What is filled in, what is wrong at which field, and sending it. */
export function useEnter(villageId: string) {
  const today = dayOf(Date.now());
  const [form, setForm] = useState<EnterForm>(emptyEnterForm);
  const [problems, setProblems] = useState<EnterProblems>({});
  const way = useProvenPhone();
  const command = useCommand(askToBeEntered);
  /** What was wrong is being put right. */
  const type = (changed: Partial<EnterForm>) => {
    setForm((before) => ({ ...before, ...changed }));
    setProblems((before) => withoutChanged(before, changed));
    command.clearError();
  };
  const draft = useEnterDraft(villageId, form, type);
  const submit = async (): Promise<boolean> => {
    const found = problemsOf(form, Number(today.slice(0, 4)));
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    const answer = await command.run({
      ...{ villageId, name: form.name, birthYear: Number(form.birthYear) },
      ...{ residence: form.residence, sinceMonth: form.sinceMonth, namesShown: form.shown },
      householdNumber: form.where === 'with' ? Number(form.number) : null,
      ...(way.phone && { phoneToken: way.phone.token }),
    });
    if (!answer.ok && answer.error.code === 'phone-token-stale') way.forget();
    if (answer.ok) draft.done();
    if (answer.ok) await useSession.getState().refresh();
    return answer.ok;
  };
  const { busy, error } = command;
  return { form, type, problems, submit, draft, busy, error, way, thisMonth: today.slice(0, 7) };
}
