import { wechat as contracts } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
import type { Message } from '../../../src/domain/messages/types';
import { defineRun } from '../../runtime/define-action';
import { eachForItself } from '../../runtime/in-parallel';
import type { Store } from '../../runtime/store/store';
import { deliver } from '../messages/deliver';
import type { WeChat } from '../port';

/** Messages one call works through; the timer comes again soon. */
const batchSize = 60;
const atOnce = 3;

/** The latest first: one that cannot be sent and only grows older is in nobody's way. */
function dueMessages(store: Store, nowMs: number): Promise<Message[]> {
  return store.query<Message>('messages', {
    where: { townId: 'town' },
    order: { field: 'dueAtMs', direction: 'desc' },
    after: nowMs + 1,
    limit: batchSize + 1,
  });
}

const refusal = '微信不认这个提醒的模板或字段,没有发。请照 README 核对 JIFEN_TEMPLATES。';

/**
 * Sends what moves tell. Nothing waits for it: where WeChat fails, everything else goes on. Without
 * templates it does not even ask the database.
 */
export function sendMessages(wechat: WeChat) {
  return defineRun({
    contract: contracts.sendMessages,
    allow: [{ who: 'timer' }],
    async run({ store, nowMs, hasTime, templates }) {
      if (Object.keys(templates).length === 0) return { done: 0, left: 0 };
      const due = await dueMessages(store, nowMs);
      const batch = due.slice(0, batchSize);
      let done = 0;
      let wechatCode: number | null = null;
      const one = async (message: Message) => {
        const post = { store, nowMs, hasTime, templates, wechat };
        const { isDone, refusedWith } = await deliver(post, message);
        done += isDone ? 1 : 0;
        wechatCode ??= refusedWith;
      };
      const { errors } = await eachForItself(batch, atOnce, one, hasTime);
      if (errors.length > 0) throw errors[0];
      if (wechatCode !== null) refuse('template-refused', refusal, { wechatCode });
      return { done, left: due.length - done };
    },
  });
}
