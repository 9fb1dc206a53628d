import { useSession } from '../../client/session';
import { useCommand } from '../../client/use-command';
import type { InputOf } from '../../contracts/contract';
import { join } from '../../contracts/people';

/** Joins, and then asks who this phone is now. */
export function useJoin() {
  const command = useCommand(join);
  const send = async (input: InputOf<typeof join>) => {
    const answer = await command.run(input);
    if (answer.ok) await useSession.getState().refresh();
    return answer;
  };
  return { ...command, send };
}
