import { useState } from 'react';
import { toggled } from '../../../client/changed';
import { useCommand } from '../../../client/use-command';
import type { checkActivity } from '../../../contracts/activities';
import type { ValueOf } from '../../../contracts/contract';
import { type FullActivity, offeredFor, type TogetherStep } from './together-step';

export type Decided = ValueOf<typeof checkActivity>;

/** One decision about all, and the choice of those that are taken out of it. */
export function useDecision(full: FullActivity, step: TogetherStep, onDone: () => void) {
  const { activityId } = full;
  const command = useCommand(step.contract);
  const [taking, setTaking] = useState(false);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [decided, setDecided] = useState<Decided | null>(null);
  const open = offeredFor(full, step.ofOne);
  const except = open.map(({ recordId }) => recordId).filter((id) => out.has(id));
  const said = reason.trim();

  const send = async () => {
    const none = taking && except.length === open.length;
    const answer = await command.run({
      activityId,
      accept: !none,
      except: taking && !none ? except : [],
      ...(taking && said !== '' && { reason: said }),
    });
    if (!answer.ok) return;
    setDecided(answer.value);
    setTaking(false);
    setOut(new Set());
    onDone();
  };
  const choose = (wanted: boolean) => {
    command.clearError();
    setTaking(wanted);
  };
  const toggle = (recordId: string) => setOut((before) => toggled(before, recordId));
  const { busy, error } = command;
  return {
    open,
    taking,
    choose,
    out,
    except,
    toggle,
    reason,
    setReason,
    send,
    decided,
    busy,
    error,
  };
}

export type Decision = ReturnType<typeof useDecision>;
