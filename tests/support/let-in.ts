import { people } from '../../src/contracts';
import type { InputOf } from '../../src/contracts/contract';
import type { TestActor } from './town';

/** Whom an answer is about, as the list shows them. */
export type SeenRequest = Omit<InputOf<typeof people.answerJoin>, 'accept'>;

/** Two people of whom one stands outside the committee let somebody in. */
export async function letIn(
  seen: SeenRequest,
  [first, second]: readonly [TestActor, TestActor],
): Promise<void> {
  const input = { ...seen, accept: true };
  expect(await first.must(people.answerJoin, input)).toMatchObject({ state: 'agreed' });
  expect(await second.must(people.answerJoin, input)).toMatchObject({ state: 'joined' });
}
