import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { withdrawActivity } from '../../../contracts/activities';
import type { ValueOf } from '../../../contracts/contract';
import { type FullActivity, offeredFor } from './together-step';

export type Withdrawn = ValueOf<typeof withdrawActivity>;

/** Takes back, before anybody has checked it, what one recorded oneself of many households. */
export function useWithdrawing(full: FullActivity, onDone: () => void) {
  const { activityId } = full;
  const command = useCommand(withdrawActivity);
  const [asking, setAsking] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Withdrawn | null>(null);
  const withdraw = async () => {
    const answer = await command.run({ activityId });
    if (!answer.ok) return;
    setAsking(false);
    setWithdrawn(answer.value);
    onDone();
  };
  const ask = (wanted: boolean) => {
    command.clearError();
    setAsking(wanted);
  };
  const { busy, error } = command;
  const count = offeredFor(full, 'withdraw-record').length;
  return { count, asking, ask, withdraw, withdrawn, busy, error };
}
