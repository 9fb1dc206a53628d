import { accept, type OpenApiAnswer, type Parameters, refuse } from './answer';

/** A message that a phone would have received. */
export type SentMessage = {
  openid: string;
  templateId: string;
  page: string | null;
  data: Record<string, string>;
  sentAtMs: number;
};

export type SubscribeMessages = {
  /** subscribeMessage.send({ touser, templateId, page, data }). */
  send(parameters: Parameters): OpenApiAnswer;
  /** The latest messages, oldest first. */
  sent(): SentMessage[];
};

const KEPT_MESSAGES = 1000;

/** Longest values by kind of template field. Source: WeChat subscribe message, data rules. */
const FIELD_LIMITS: Record<string, number> = {
  thing: 20,
  short_thing: 5,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
  const: 20,
  time: 64,
  date: 64,
  amount: 12,
};

/** The first field WeChat would refuse; null when all are fine. */
function wrongField(data: object): string | null {
  for (const [key, entry] of Object.entries(data)) {
    const limit = FIELD_LIMITS[key.replace(/\d+$/, '')];
    const value: unknown = (entry as { value?: unknown } | null)?.value;
    if (limit === undefined || (typeof value !== 'string' && typeof value !== 'number')) return key;
    const length = [...String(value)].length;
    if (length === 0 || length > limit) return key;
  }
  return null;
}

export function createSubscribeMessages(nowMs: () => number): SubscribeMessages {
  const messages: SentMessage[] = [];
  return {
    send({ touser, template_id: templateId, page, data }) {
      if (typeof touser !== 'string' || touser === '') return refuse(40003, 'invalid openid');
      if (typeof templateId !== 'string' || templateId === '') {
        return refuse(40037, 'invalid template_id');
      }
      if (page !== undefined && typeof page !== 'string') return refuse(41030, 'invalid page');
      if (typeof data !== 'object' || data === null) return refuse(47003, 'argument invalid! data');
      const wrong = wrongField(data);
      if (wrong !== null) {
        return refuse(47003, `argument invalid! data.${wrong}.value invalid`);
      }
      const values = Object.entries(data).map(([key, entry]) => [key, String(entry.value)]);
      messages.push({
        openid: touser,
        templateId,
        page: page ?? null,
        data: Object.fromEntries(values),
        sentAtMs: nowMs(),
      });
      if (messages.length > KEPT_MESSAGES) messages.shift();
      return accept();
    },
    sent: () => [...messages],
  };
}
