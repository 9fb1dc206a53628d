import type { ActionEvent } from '../../../src/contracts/contract';

type Answer = (input: never, commandId: string | undefined) => unknown;

const refusal = (code: string, message: string) => ({
  ok: false,
  error: { code, message },
  requestId: 'test',
});

/** A cloud that answers what a test tells it to, and remembers what it was asked. */
export class FakeCloud {
  asked: ActionEvent[] = [];
  online = true;
  private answers = new Map<string, Answer>();

  /** The value of an action from now on; an error made by `refuse` is answered as a refusal. */
  answer(action: string, value: unknown): void {
    this.answers.set(action, typeof value === 'function' ? (value as Answer) : () => value);
  }

  refuse(action: string, code: string, message: string): void {
    this.answers.set(action, () => ({ refusal: refusal(code, message) }));
  }

  of(action: string): ActionEvent[] {
    return this.asked.filter((event) => event.action === action);
  }

  send = async (_functionName: string, event: ActionEvent): Promise<unknown> => {
    if (!this.online) throw new Error('no network');
    this.asked.push(event);
    const answer = this.answers.get(event.action);
    if (!answer) return refusal('not-available', `没有教过怎么答 ${event.action}。`);
    const value = answer(event.input as never, event.commandId) as object | null;
    if (value && 'refusal' in value) return value.refusal;
    return { ok: true, value, requestId: 'test' };
  };

  upload = async (path: string): Promise<string> => {
    if (!this.online) throw new Error('no network');
    return `cloud://env.bucket/${path}`;
  };
}
