import { askForCodeText } from './code-text';
import type { Scan } from './scan';

/** How long the page around this one has to answer; a person chooses there. */
const longestWaitMs = 120_000;

function scanOutside(): Promise<string | null> {
  return new Promise((resolve) => {
    const finish = (text: string | null) => {
      window.removeEventListener('message', take);
      clearTimeout(timer);
      resolve(text);
    };
    const take = ({ source, data }: MessageEvent) => {
      if (source !== window.parent || data?.type !== 'phone-scanned') return;
      finish(typeof data.text === 'string' ? data.text : null);
    };
    const timer = setTimeout(() => finish(null), longestWaitMs);
    window.addEventListener('message', take);
    window.parent.postMessage({ type: 'phone-scan' }, '*');
  });
}

/** A browser page has no scanner: the frame around it answers, or the code's text is typed in. */
export async function scanCode(): Promise<Scan> {
  const text = await (window.parent === window ? askForCodeText() : scanOutside());
  return { text, problem: null };
}
