import { useRef, useState } from 'react';
import { call, newCommandId } from '../../../client/call';
import type { DeviceProblem } from '../../../client/device-problem';
import { isUndecided } from '../../../client/trouble';
import type { EnvelopeError, ValueOf } from '../../../contracts/contract';
import { importRegister, previewRegister } from '../../../contracts/town';
import type { ChangeAnswer } from '../../../domain/town/register/changes';
import { forgetImport, type KeptImport, keepImport, readKeptImport } from './kept-import';
import { problemOfFile, sendTable } from './send-table';
import { chooseTable, type TableFile } from './table-file';

export type Preview = ValueOf<typeof previewRegister>;
/** What was said of changes, by their keys. */
export type Answers = ReadonlyMap<string, ChangeAnswer>;
export type Imported = ValueOf<typeof importRegister>;

/** How far the register on its way into the town has come. */
export type Step =
  | { step: 'choose'; problem: DeviceProblem | null }
  /** Begun before, on this phone, and not known to have ended. */
  | { step: 'cut-off'; kept: KeptImport; error: EnvelopeError | null }
  | { step: 'sending'; name: string; share: number }
  | { step: 'not-sent'; file: TableFile; error: EnvelopeError }
  | { step: 'reading'; name: string }
  | { step: 'not-read'; name: string; fileId: string; error: EnvelopeError }
  | { step: 'read'; name: string; fileId: string; preview: Preview; error: EnvelopeError | null }
  | { step: 'importing'; name: string }
  | { step: 'imported'; name: string; value: Imported };

const chooseAnew: Step = { step: 'choose', problem: null };

function firstStep(): Step {
  const kept = readKeptImport();
  return kept ? { step: 'cut-off', kept, error: null } : chooseAnew;
}

/** Taps while something is on its way do nothing. */
function useAlone() {
  const busy = useRef(false);
  return async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    await work();
    busy.current = false;
  };
}

/** A register from its file to the town: sent, read, looked at, imported once. */
export function useRegister() {
  const [step, setStep] = useState<Step>(firstStep);
  const alone = useAlone();

  const read = async (name: string, fileId: string) => {
    setStep({ step: 'reading', name });
    const answer = await call(previewRegister, { fileId });
    if (answer.ok) setStep({ step: 'read', name, fileId, preview: answer.value, error: null });
    else setStep({ step: 'not-read', name, fileId, error: answer.error });
  };
  const send = async (file: TableFile) => {
    const { name } = file;
    const onShare = (share: number) => setStep({ step: 'sending', name, share });
    onShare(0);
    const sent = await sendTable(file, onShare);
    if ('error' in sent) setStep({ step: 'not-sent', file, error: sent.error });
    else await read(name, sent.fileId);
  };
  const choose = async () => {
    const { file, problem } = await chooseTable();
    if (file === null) {
      if (problem) setStep({ step: 'choose', problem });
      return;
    }
    const message = problemOfFile(file);
    if (message) setStep({ step: 'choose', problem: { message, settings: null } });
    else await alone(() => send(file));
  };
  const bring = async (kept: KeptImport, refused: (error: EnvelopeError) => Step) => {
    const { name, input, commandId } = kept;
    // Before anything is sent: whatever becomes of the phone, it is known what was begun.
    keepImport(kept);
    setStep({ step: 'importing', name });
    const answer = await call(importRegister, input, commandId);
    if (!answer.ok && isUndecided(answer.error)) {
      setStep({ step: 'cut-off', kept, error: answer.error });
      return;
    }
    forgetImport();
    setStep(answer.ok ? { step: 'imported', name, value: answer.value } : refused(answer.error));
  };

  return {
    step,
    // A browser does not say that its chooser was closed: nobody waits for it.
    choose,
    sendAgain: (file: TableFile) => alone(() => send(file)),
    readAgain: (name: string, fileId: string) => alone(() => read(name, fileId)),
    importIt: (shown: Extract<Step, { step: 'read' }>, said: Answers) =>
      alone(() => {
        const { name, fileId, preview } = shown;
        const answers = [...said].map(([change, answer]) => ({ change, answer }));
        const input = { fileId, seen: preview.seen, answers };
        const kept = { name, input, commandId: newCommandId() };
        return bring(kept, (error) => ({ ...shown, error }));
      }),
    goOn: (kept: KeptImport) =>
      alone(() => {
        const { name, input } = kept;
        const { fileId } = input;
        return bring(kept, (error) => ({ step: 'not-read', name, fileId, error }));
      }),
    /** What was written stays; what is chosen now is an import of its own. */
    startAnew() {
      forgetImport();
      setStep(chooseAnew);
    },
  };
}

export type Register = ReturnType<typeof useRegister>;
