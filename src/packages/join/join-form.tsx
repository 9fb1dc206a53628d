import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { draftOwner } from '../../client/drafts';
import { useSession } from '../../client/session';
import { useDraft } from '../../client/use-draft';
import { Card } from '../../components/card';
import { CheckLine } from '../../components/check-line';
import { DraftCard } from '../../components/draft-card';
import { ErrorNote } from '../../components/error-state';
import { Field } from '../../components/field';
import { Page } from '../../components/page';
import { missingParts, noProblems } from './missing-parts';
import { NamesShownLine } from './names-shown-line';
import { NotInRegister } from './not-in-register';
import { useJoin } from './use-join';
import type { PhoneWay } from './use-phone-way';

/** What is filled in; it stays while the number is asked for. */
export function useFilled() {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [shown, setShown] = useState(false);
  const [problems, setProblems] = useState(noProblems);
  return {
    ...{ number, setNumber, name, setName, agreed, setAgreed, shown, setShown },
    ...{ problems, setProblems },
  };
}

type Filled = ReturnType<typeof useFilled>;
type Props = { villageId: string; filled: Filled; way: PhoneWay; children: ReactNode };

/** What was typed; to agree is asked anew of whoever comes back. */
function useJoinDraft(villageId: string, { number, setNumber, name, setName }: Filled) {
  const owner = useSession((session) => draftOwner(session, 'self'));
  return useDraft({
    ...{ key: `join ${villageId}`, owner },
    value: number === '' && name === '' ? null : { number, name },
    restore: (left) => {
      setNumber(left.number);
      setName(left.name);
    },
  });
}

function useSubmit({ villageId, filled, way }: Omit<Props, 'children'>, onJoined: () => void) {
  const { number, name, agreed, shown, setProblems } = filled;
  const { send, ...command } = useJoin();
  const submit = async () => {
    const missing = missingParts(number, name, agreed);
    setProblems(missing);
    if (missing.number ?? missing.name ?? missing.agreed) return;
    const phone = way.phoneToken === null ? {} : { phoneToken: way.phoneToken };
    const place = { villageId, householdNumber: Number(number) };
    const answer = await send({ ...place, name, namesShown: shown, ...phone });
    if (answer.ok) onJoined();
    else if (answer.error.code === 'phone-token-stale') way.forget(null);
  };
  return { ...command, submit };
}

/** The second way: household number, name and consent, and somebody of the village looks. */
export function JoinForm({ villageId, filled, way, children }: Props) {
  const { number, name, problems, setProblems } = filled;
  const draft = useJoinDraft(villageId, filled);
  const { submit, busy, error, clearError } = useSubmit({ villageId, filled, way }, draft.done);
  /** What was wrong is being put right. */
  const corrected = (part: keyof typeof problems) => {
    setProblems((before) => ({ ...before, [part]: null }));
    clearError();
  };
  return (
    <Page
      title="加入本村"
      primary={{ label: '加入', onTap: submit, busy }}
      bottom={<ErrorNote error={error} />}
    >
      {children}
      <DraftCard draft={draft} />
      <Field
        label="户号"
        type="number"
        value={number}
        onInput={(typed) => {
          filled.setNumber(typed);
          corrected('number');
        }}
        maximumLength={4}
        placeholder="比如 17"
        problem={problems.number}
      />
      <Field
        label="您的姓名"
        value={name}
        onInput={(typed) => {
          filled.setName(typed);
          corrected('name');
        }}
        maximumLength={30}
        problem={problems.name}
      />
      <Card flush>
        <CheckLine
          label="同意村里核对"
          checked={filled.agreed}
          onChange={(agreed) => {
            filled.setAgreed(agreed);
            corrected('agreed');
          }}
        >
          户号、姓名只用来对户册,核对的两个人能看到。
          {/* A place of its own: what comes and goes beside words sends them all again. */}
          <View>{problems.agreed && <View className="field-problem">{problems.agreed}</View>}</View>
        </CheckLine>
        <NamesShownLine checked={filled.shown} onChange={filled.setShown} />
      </Card>
      <NotInRegister villageId={villageId} />
    </Page>
  );
}
