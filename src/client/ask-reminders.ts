import Taro from '@tarojs/taro';
import type { ValueOf } from '../contracts/contract';
import { addTickets, type TemplateName } from '../contracts/messages';
import type { whoAmI } from '../contracts/people';
import { call } from './call';
import { useSession } from './session';

export type Reminder = ValueOf<typeof whoAmI>['reminders'][number];

/** WeChat asks about no more at once. */
const mostAsked = 3;
/** `entityIds` is another platform's. */
type Asked = Parameters<typeof Taro.requestSubscribeMessage>[0];

const notAdded = '这次没有加上提醒,不影响办事。';

/** What this phone can ask about: nothing where the town set nothing up, nor in a browser. */
export function remindersFor(
  reminders: readonly Reminder[],
  about: readonly TemplateName[],
): Reminder[] {
  if (process.env.TARO_ENV === 'h5') return [];
  return reminders.filter(({ template }) => about.includes(template)).slice(0, mostAsked);
}

/** Those that somebody let through; none where they did not, or WeChat does not ask. */
async function letThrough(asked: readonly Reminder[]): Promise<TemplateName[]> {
  try {
    const tmplIds = [...new Set(asked.map(({ templateId }) => templateId))];
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds } as Asked);
    const given = new Map<string, unknown>(Object.entries(answers));
    // With a sound it is `acceptWithAudio`.
    const isAccepted = (id: string) => String(given.get(id)).startsWith('accept');
    return asked.filter(({ templateId }) => isAccepted(templateId)).map(({ template }) => template);
  } catch {
    return [];
  }
}

/**
 * Lets WeChat ask, and tells the cloud what was let through. WeChat asks only within a tap: call it
 * before anything is waited for. Never rejects.
 * @returns why nothing was added; null where something was
 */
export async function askReminders(asked: readonly Reminder[]): Promise<string | null> {
  const accepted = await letThrough(asked);
  if (accepted.length === 0) return notAdded;
  const answer = await call(addTickets, { accepted });
  if (!answer.ok) return answer.error.message;
  useSession.setState({ reminders: answer.value.reminders });
  return null;
}
