import { cardOf, everyAction } from '../proof/cards';
import { notAllowed, type Viewer } from './authority-viewers';
import type { PublicStage } from './public-stage';

/** What anybody, or any WeChat user, may ask for. */
const open = everyAction.filter(({ isOpen }) => isOpen);

/** Why somebody may be refused here; anything else would be no answer to look at. */
const refusals = new Set([
  ...['log-in-first', 'record-not-found', 'secret-wrong', 'nothing-kept'],
  ...['nothing-refused', 'nothing-to-withdraw'],
  ...['already-joined', 'member-taken', 'too-many-tries', 'print-expired', 'check-code-mistyped'],
  ...['join-first', 'no-reminder-added', 'phone-token-stale', 'not-drawn-for'],
  'recheck-not-found',
]);

/** Everything the public actions answer somebody, as one text; null is nobody. */
export async function answersFor(
  stage: PublicStage,
  openid: string | null,
  viewer: Viewer,
): Promise<string> {
  const answers: unknown[] = [];
  for (const each of open) {
    const { functionName, action } = each;
    // Members keep their membership: the others have asked to be forgotten, and nothing was there.
    if (action === 'erase-me' && openid?.startsWith('head-')) continue;
    for (const input of cardOf(each).publishes.asked?.(stage) ?? []) {
      const event = { action, input, commandId: stage.town.newId() };
      const answer = await stage.town.send(functionName, event, openid);
      if (!answer.ok) expect([...refusals]).toContain(answer.error.code);
      if (answer.ok) {
        const shown = notAllowed(cardOf(each).publishes, viewer, answer.value);
        expect({ name: each.name, viewer, shown }).toEqual({ name: each.name, viewer, shown: [] });
      }
      answers.push(answer);
    }
  }
  return JSON.stringify(answers);
}

/** Household lines in a text: `17号户 张*`, or the number alone. */
export function householdLines(text: string): string[] {
  return [...text.matchAll(/\d+号户( [^",: ]+)?/g)].map(([line]) => line);
}
