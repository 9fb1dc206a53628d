import { accept, type OpenApiAnswer, type Parameters, refuse } from './answer';
import { isFieldKey, wrongField } from './template-fields';

/** A message that a phone would have received. */
export type SentMessage = {
  openid: string;
  templateId: string;
  page: string | null;
  data: Record<string, string>;
  sentAtMs: number;
};

/** A template that the mini-program was given: its id and the keys of its fields. */
export type MessageTemplate = { id: string; fields: string[] };

/** So many messages of a template that a user let through and that were not sent yet. */
export type MessageTickets = { openid: string; templateId: string; left: number };

/** How sending fails: with which answer (45009, -1), and when. */
export type SendFailure = {
  errcode: number;
  /** So many are answered well before it; none unless said. */
  after?: number;
  /** So many fail; one unless said. */
  times?: number;
  /** The message goes out all the same: only the answer says otherwise. */
  sendsFirst?: boolean;
};

export type SubscribeMessages = {
  /** subscribeMessage.send({ touser, templateId, page, data }). */
  send(parameters: Parameters): OpenApiAnswer;
  /** The latest messages, oldest first. */
  sent(): SentMessage[];
  /**
   * What a tap on 允许 does on a phone (wx.requestSubscribeMessage). @throws RangeError for an
   * unknown template or no count
   */
  give(tickets: { openid: string; templateId: string; count?: number }): MessageTickets;
  tickets(): MessageTickets[];
  /** In place of what was to fail before. @throws RangeError for what is no failure */
  fail(failure: SendFailure): void;
  /** Nothing fails any more. */
  mend(): void;
};

const KEPT_MESSAGES = 10_000;

const isCount = (value: unknown, least: number) =>
  Number.isSafeInteger(value) && Number(value) >= least;

/** Failures that were asked for, each as many times as it was. */
function createFailures() {
  let failing: Required<SendFailure> | null = null;
  return {
    fail({ errcode, after = 0, times = 1, sendsFirst = false }: SendFailure): void {
      const isFailure = Number.isSafeInteger(errcode) && errcode !== 0;
      const isCounted = isCount(after, 0) && isCount(times, 1) && typeof sendsFirst === 'boolean';
      if (!isFailure || !isCounted) throw new RangeError('a failure has an errcode and counts');
      failing = { errcode, after, times, sendsFirst };
    },
    mend(): void {
      failing = null;
    },
    /** The failure that meets this message, if any. */
    take(): Required<SendFailure> | null {
      if (failing === null || failing.after > 0) return null;
      const met = failing;
      failing = met.times > 1 ? { ...met, times: met.times - 1 } : null;
      return met;
    },
    countSent(): void {
      if (failing !== null) failing.after = Math.max(0, failing.after - 1);
    },
  };
}

/**
 * One-time subscribe messages. WeChat counts the tickets itself and sends nothing without one; here
 * they are in memory only, as codes of phone numbers are.
 * @throws Error for a template whose fields WeChat does not have
 */
export function createSubscribeMessages(
  nowMs: () => number,
  templates: readonly MessageTemplate[],
): SubscribeMessages {
  const fieldsOf = new Map(templates.map(({ id, fields }) => [id, fields]));
  const odd = templates.flatMap(({ fields }) => fields).find((key) => !isFieldKey(key));
  if (odd !== undefined) throw new Error(`no kind of field of a subscribe message: ${odd}`);
  const messages: SentMessage[] = [];
  const tickets = new Map<string, MessageTickets>();
  const failures = createFailures();
  const ticketsOf = (openid: string, templateId: string): MessageTickets => {
    const key = JSON.stringify([openid, templateId]);
    const held = tickets.get(key) ?? { openid, templateId, left: 0 };
    tickets.set(key, held);
    return held;
  };

  const post = ({ touser, template_id: templateId, page, data }: Parameters): OpenApiAnswer => {
    if (typeof touser !== 'string' || touser === '') return refuse(40003, 'invalid openid');
    const fields = fieldsOf.get(String(templateId));
    if (fields === undefined) return refuse(40037, 'invalid template_id');
    if (page !== undefined && typeof page !== 'string') return refuse(41030, 'invalid page');
    if (typeof data !== 'object' || data === null) return refuse(47003, 'argument invalid! data');
    const wrong = wrongField(fields, data);
    if (wrong !== null) return refuse(47003, `argument invalid! data.${wrong}.value invalid`);
    const held = ticketsOf(touser, String(templateId));
    if (held.left === 0) return refuse(43101, 'user refuse to accept the msg');
    held.left -= 1;
    const values = Object.entries(data).map(([key, entry]) => [key, String(entry.value)]);
    messages.push({
      ...{ openid: touser, templateId: held.templateId, page: page ?? null, sentAtMs: nowMs() },
      data: Object.fromEntries(values),
    });
    if (messages.length > KEPT_MESSAGES) messages.shift();
    failures.countSent();
    return accept();
  };

  return {
    send(parameters) {
      const failure = failures.take();
      const answer = failure === null || failure.sendsFirst ? post(parameters) : null;
      // What is refused for a reason of its own is answered with that.
      const isRefused = answer?.kind === 'json' && answer.value.errcode !== 0;
      if (answer !== null && (failure === null || isRefused)) return answer;
      return refuse(failure?.errcode ?? -1, 'asked to fail so');
    },
    sent: () => [...messages],
    give({ openid, templateId, count = 1 }) {
      const isKnown = typeof openid === 'string' && openid !== '' && fieldsOf.has(templateId);
      if (!isKnown || !isCount(count, 1)) {
        throw new RangeError('a ticket is of an openid and a template that is set up');
      }
      const held = ticketsOf(openid, templateId);
      held.left += count;
      return { ...held };
    },
    tickets: () =>
      [...tickets.values()].filter(({ left }) => left > 0).map((each) => ({ ...each })),
    fail: failures.fail,
    mend: failures.mend,
  };
}
