import { useState } from 'react';
import type * as z from 'zod/mini';
import { isUndecided } from '../../client/trouble';
import { useCommand } from '../../client/use-command';
import type { EnvelopeError } from '../../contracts/contract';
import { findMyLine } from '../../contracts/people';
import { readPhoneNumber } from '../../contracts/wechat';

export type RegisterLine = z.infer<typeof findMyLine.value>['lines'][number];

const inNoLine: EnvelopeError = {
  code: 'in-no-line',
  message: '户册里没有这个手机号,或已经有人用它加入了。请填户号和姓名,等村里核对。',
};

/**
 * The tap that asks WeChat for the number, and whose lines of the register it finds.
 * @param openForm what is left where the number leads nowhere
 */
export function usePhoneWay(openForm: () => void) {
  const number = useCommand(readPhoneNumber);
  const line = useCommand(findMyLine);
  const [busy, setBusy] = useState(false);
  const [phoneToken, setPhoneToken] = useState<string | null>(null);
  const [lines, setLines] = useState<RegisterLine[]>([]);
  const [told, setTold] = useState<EnvelopeError | null>(null);
  const tell = (error: EnvelopeError) => {
    setTold(error);
    if (!isUndecided(error)) openForm();
  };
  const find = async (code: string) => {
    const proven = await number.run({ code });
    if (!proven.ok) return tell(proven.error);
    const found = await line.run({ phoneToken: proven.value.phoneToken });
    if (!found.ok && isUndecided(found.error)) return tell(found.error);
    const isKnown = !found.ok || found.value.lines.length > 0;
    // A number that stands in no line would only be a proof that grows old in the form.
    setPhoneToken(isKnown ? proven.value.phoneToken : null);
    if (!found.ok) return tell(found.error);
    setLines(found.value.lines);
    if (!isKnown) tell(inNoLine);
  };
  const take = async (code: string) => {
    setTold(null);
    setBusy(true);
    await find(code);
    setBusy(false);
  };
  return {
    ...{ take, busy, told, lines, phoneToken },
    onProblem: (message: string) => tell({ code: 'no-phone', message }),
    /** The question is answered; what was proven stands. */
    close: () => setLines([]),
    /** A stale proof cannot be used again. */
    forget(error: EnvelopeError | null) {
      setLines([]);
      setPhoneToken(null);
      setTold(error);
    },
  };
}

export type PhoneWay = ReturnType<typeof usePhoneWay>;
