import { useCommand } from '../../../client/use-command';
import { ReasonAsk } from '../../../components/reason-ask';
import { answerRoll, withdrawRoll } from '../../../contracts/rolls';
import { wholeDayInWords } from '../../../domain/kernel/time';
import { compositionInWords } from '../../../domain/people/rolls/composition';
import { rollWords } from '../../../domain/people/rolls/words';
import { countInWords, type ShownRoll } from '../words';

export type How = 'accept' | 'refuse' | 'withdraw';
type Props = { roll: ShownRoll; how: How; onClose: () => void; onDone: () => void };

const titles = { accept: '确认名册', refuse: '不同意', withdraw: '撤回' } as const;
const labels = { accept: '名册是对的', refuse: '不同意', withdraw: '撤回' } as const;

function afterwards(roll: ShownRoll, how: How): string {
  const what = `${rollWords[roll.kind]},${countInWords(roll)}`;
  if (how === 'refuse') return `${what}。不同意的,写一句为什么。名单会删掉。`;
  if (how === 'withdraw') return `${what}。撤回后不再等人确认,名单会删掉。`;
  const made = roll.kind === 'representatives' ? compositionInWords(roll) : '';
  const from = wholeDayInWords(roll.fromDay);
  return `${what}。${made}确认后从 ${from} 起按它算,最早明天;以后不能改,只能换一份新的。`;
}

const why = {
  label: '为什么不同意',
  placeholder: '比如 少了 17号户的人',
  missing: '请写一句为什么,登记的人才知道怎么改。',
};

/** Asks once more before a roll is counted by, is turned down, or is taken back. */
export function AnswerSheet({ roll, how, ...ways }: Props) {
  const answer = useCommand(answerRoll);
  const withdrawal = useCommand(withdrawRoll);
  const { rollId } = roll;
  const confirm = async (words: string) => {
    const told = { rollId, accept: how === 'accept', ...(words && { reason: words }) };
    const done = how === 'withdraw' ? withdrawal.run({ rollId }) : answer.run(told);
    return (await done).ok;
  };
  return (
    <ReasonAsk
      subject={`${how} roll ${rollId}`}
      title={titles[how]}
      text={afterwards(roll, how)}
      confirmLabel={labels[how]}
      danger={how === 'refuse'}
      asked={how === 'refuse' ? why : null}
      busy={answer.busy || withdrawal.busy}
      error={answer.error ?? withdrawal.error}
      onConfirm={confirm}
      {...ways}
    />
  );
}
