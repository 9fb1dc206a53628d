import { useState } from 'react';
import { askForCodeText } from './code-text';
import { rememberPage } from './open-page';
import { scanCode } from './scan';

const longestCode = 200;

/** Lets somebody scan a code, or take its text where there is no scanner. */
export function useScanned(onText: (text: string) => void) {
  const [scanning, setScanning] = useState(false);
  const scan = async () => {
    if (scanning) return;
    setScanning(true);
    const isStillShown = rememberPage();
    const { text, problem } = await scanCode();
    const said = problem
      ? await askForCodeText(`${problem.message}也可以把码上的文字贴在这里。`)
      : text;
    setScanning(false);
    const code = said?.trim().slice(0, longestCode);
    if (code && isStillShown()) onText(code);
  };
  return { scan, scanning };
}
