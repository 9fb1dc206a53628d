import { useEffect, useRef, useState } from 'react';
import { call } from '../../../client/call';
import type { DeviceProblem } from '../../../client/device-problem';
import { openScene } from '../../../client/open-scene';
import { scanCode } from '../../../client/scan';
import type { EnvelopeError } from '../../../contracts/contract';
import { findPrinted } from '../../../contracts/documents';
import { digitsIn, isACheckCode, mistypedWords } from '../../../domain/documents/check-code';
import { readPrintedText } from '../../../domain/documents/printed-text';
import { looksLikeACard } from '../../../domain/people/household-card';
import type { Found } from './found-words';

const said = (code: string, message: string): EnvelopeError => ({ code, message });
const tooFew = said('too-few', '报码是 8 个数字,在纸上“报码”两个字后面。请输全。');
const mistyped = said('check-code-mistyped', mistypedWords);
const aCard = said('a-card', '扫到的是户码,不是报码。请输卡上“报码”后面的 8 个数字。');
const notOurs = said('not-our-code', '这个码不是这里印的。请输纸上“报码”后面的 8 个数字。');

/** What is wrong with the digits so far, before anybody is asked. */
export function problemWith(typed: string): EnvelopeError | null {
  const fits = isACheckCode(digitsIn(typed));
  return fits === null ? tooFew : fits ? null : mistyped;
}

/** Looks up a check code that is typed, scanned, or asked for by the page's address. */
export function useFind(given: string | undefined) {
  const [typed, setTyped] = useState(given ?? '');
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const [busy, setBusy] = useState(false);
  const [device, setDevice] = useState<DeviceProblem | null>(null);
  const tell = (problem: EnvelopeError | null, answer: Found | null = null) => {
    setError(problem);
    setFound(answer);
  };
  const find = async (text: string) => {
    const problem = problemWith(text);
    tell(problem);
    if (problem) return;
    setBusy(true);
    const answer = await call(findPrinted, { checkCode: digitsIn(text) });
    setBusy(false);
    if (answer.ok) tell(null, answer.value);
    else tell(answer.error);
  };
  const type = (text: string) => {
    setTyped(text);
    const digits = digitsIn(text);
    tell(digits.length >= 8 ? problemWith(text) : null);
  };
  const scan = async () => {
    const { text, problem } = await scanCode();
    setDevice(problem);
    const checkCode = text === null ? null : readPrintedText(text.trim());
    if (checkCode) {
      setTyped(checkCode);
      await find(checkCode);
    } else if (text !== null && looksLikeACard(text)) tell(aCard);
    else if (text !== null && !(await openScene(text))) tell(notOurs);
  };
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    if (given) latest.current(given);
  }, [given]);
  return { typed, type, find, scan, found, error, busy, device, setDevice };
}
