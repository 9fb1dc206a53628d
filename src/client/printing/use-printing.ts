import { useEffect, useRef, useState } from 'react';
import type { EnvelopeError } from '../../contracts/contract';
import type { Answer } from '../call';
import { rememberPage } from '../open-page';
import { isUndecided } from '../trouble';
import { fetchPieces, type Rendering } from './fetch-pieces';
import { type FileProblem, openPdf, type PdfFile, savePdf, sendPdf } from './pdf-file';

/** How far a document has come, from the tap to the file on this phone. */
export type Printing =
  | { step: 'idle' }
  /** It is being printed in the cloud. */
  | { step: 'asked' }
  | { step: 'fetching'; arrived: number; pieces: number }
  | { step: 'there'; file: PdfFile; pages: number; problem: string | null }
  /** `again`: what is here already stays, and only the rest is fetched. */
  | { step: 'failed'; error: EnvelopeError; again: boolean };

const fileProblems: Record<FileProblem, EnvelopeError> = {
  full: {
    code: 'phone-full',
    message: '手机里放不下这个文件。请删掉一些不用的照片或文件,再点“接着取”,不用重新印。',
  },
  incomplete: { code: 'file-incomplete', message: '文件没有取全。请再印一次。' },
  'not-kept': {
    code: 'file-not-kept',
    message: '文件没能存到手机里。请点“接着取”再试;还不行就关掉微信重新打开。',
  },
};

const cannotOpen =
  '这部手机打不开 PDF。可以发到聊天里(比如“文件传输助手”),在电脑上打开、打印;或者更新微信再试。';
const cannotSend = '没有发出去。请点“再打开一次”,从右上角的三个点转发。';

/** Has it printed; with `blanks` what the fonts lack is left to be filled in by pen. */
type Ask = (blanks: boolean) => Promise<Answer<Rendering>>;
type Asked = { name: string; ask: Ask; rendering: Rendering | null; pieces: string[] };

/** Tells a page how far its document has come, for as long as it is open. */
function useTold() {
  const [printing, setPrinting] = useState<Printing>({ step: 'idle' });
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  /** Answers false once nobody is there any more. */
  const tell = (told: Printing) => {
    if (isOpen.current) setPrinting(told);
    return isOpen.current;
  };
  return { printing, tell };
}

type Tell = ReturnType<typeof useTold>['tell'];

async function open(file: PdfFile, pages: number, tell: Tell): Promise<void> {
  const opened = await openPdf(file);
  tell({ step: 'there', file, pages, problem: opened ? null : cannotOpen });
}

async function fetchAndKeep(
  { name, rendering, pieces }: Asked,
  isShown: () => boolean,
  tell: Tell,
) {
  if (!rendering) return;
  const told = (arrived: number) => tell({ step: 'fetching', arrived, pieces: rendering.pieces });
  if (!told(pieces.length)) return;
  const error = await fetchPieces(rendering, pieces, told);
  if (error) return tell({ step: 'failed', error, again: isUndecided(error) });
  if (pieces.length < rendering.pieces) return;
  const file = await savePdf(name, pieces, rendering.bytes);
  if (typeof file === 'string') {
    return tell({ step: 'failed', error: fileProblems[file], again: file !== 'incomplete' });
  }
  const { pages } = rendering;
  tell({ step: 'there', file, pages, problem: null });
  if (isShown()) await open(file, pages, tell);
}

/**
 * Has a document printed, fetches it piece by piece, keeps it and opens it. Only one at a time; who
 * leaves the page is not pulled back to a file that arrives later.
 */
export function usePrinting() {
  const { printing, tell } = useTold();
  const asked = useRef<Asked | null>(null);
  const busy = useRef(false);
  /** A second tap while it is under way does nothing. */
  async function alone(work: (isShown: () => boolean) => Promise<unknown>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    try {
      await work(rememberPage());
    } finally {
      busy.current = false;
    }
  }
  const ask = (wanted: Asked, blanks: boolean) =>
    alone(async (isShown) => {
      asked.current = wanted;
      tell({ step: 'asked' });
      const answer = await wanted.ask(blanks);
      if (!answer.ok) return tell({ step: 'failed', error: answer.error, again: false });
      wanted.rendering = answer.value;
      await fetchAndKeep(wanted, isShown, tell);
    });
  return {
    printing,
    isBusy: printing.step === 'asked' || printing.step === 'fetching',
    /** @param name of the file, as it stands in a chat it is sent to */
    start: (name: string, how: Ask) => ask({ name, ask: how, rendering: null, pieces: [] }, false),
    /** The same again, with blanks for what cannot be printed. */
    withBlanks: () => asked.current && ask({ ...asked.current, pieces: [] }, true),
    goOn: () =>
      alone(async (isShown) => asked.current && fetchAndKeep(asked.current, isShown, tell)),
    openAgain: () =>
      alone(async () => printing.step === 'there' && open(printing.file, printing.pages, tell)),
    send: () =>
      alone(async () => {
        if (printing.step !== 'there') return;
        const sent = await sendPdf(printing.file);
        tell({ ...printing, problem: sent ? null : cannotSend });
      }),
  };
}

export type UsePrinting = ReturnType<typeof usePrinting>;
