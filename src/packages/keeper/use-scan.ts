import { useState } from 'react';
import { askForCodeText } from '../../client/code-text';
import { openPage, rememberPage } from '../../client/open-page';
import { scanCode } from '../../client/scan';
import { useCommand } from '../../client/use-command';
import { openPickup } from '../../contracts/exchange';
import { looksLikeACard } from '../../domain/people/household-card';

/** No pickup code is longer; the server then says that it is none of ours. */
const longestCode = 200;

const sendText = '请对方在取货码下面点“店里扫不了码”,把文字发来,贴在这里。';

/**
 * Scans a household's pickup code, or takes its text where there is no scanner. The order it
 * opens may be handed over for five minutes. A household's card leads to acting for it.
 * @param onOpened gets the order's id
 */
export function useScan(onOpened: (orderId: string) => void) {
  const { run, busy, error, clearError } = useCommand(openPickup);
  const [scanning, setScanning] = useState(false);
  const scan = async () => {
    if (scanning) return;
    clearError();
    setScanning(true);
    const isStillShown = rememberPage();
    const scanned = await scanCode();
    const why = scanned.problem?.message;
    const text = why ? await askForCodeText(`${why}${sendText}`) : scanned.text;
    const code = text?.trim().slice(0, longestCode);
    if (code && looksLikeACard(code)) {
      setScanning(false);
      if (isStillShown()) openPage(`/packages/people/proxy/index?cardText=${code}`);
      return;
    }
    const answer = code ? await run({ code }) : null;
    setScanning(false);
    if (answer?.ok && isStillShown()) onOpened(answer.value.orderId);
  };
  return { scan, busy, error, clearError };
}
