import { decoded } from './decoded';

const slug = /^[a-z0-9][a-z0-9-]{0,39}$/;
const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * All that a page's address can ask for, and what each must look like. WeChat passes on what it was
 * given, from a link of ours or of somebody else; what does not fit is as good as missing.
 */
export const pageParamShapes = {
  villageId: slug,
  key: slug,
  version: /^[1-9][0-9]{0,5}$/,
  recordId: ulid,
  activityId: ulid,
  orderId: ulid,
  noticeId: ulid,
  officeId: ulid,
  rollId: ulid,
  householdId: ulid,
  queue: slug,
  view: slug,
  scanned: slug,
  /** Opened right after it was sent. */
  sent: /^yes$/,
  checkCode: /^\d{8}$/,
  proxyId: ulid,
  /** Of an item of the outbox that is to be mended. */
  commandId: ulid,
  /** A household's card; its own reader says what it is. */
  cardText: /^JF\.H\.[\w.]{1,40}$/,
  /** What a printed code stands for; `readScene` knows its shapes. */
  scene: /^.{1,32}$/,
} as const;

export type PageParams = Readonly<Partial<Record<keyof typeof pageParamShapes, string>>>;

/** What of an address is ours and has its shape, whether it came plain or encoded once or twice. */
export function readPageParams(given: Readonly<Record<string, unknown>> | undefined): PageParams {
  const params: Record<string, string> = {};
  for (const [name, shape] of Object.entries(pageParamShapes)) {
    const text = given?.[name];
    const value = typeof text === 'string' ? decoded(text) : '';
    if (shape.test(value)) params[name] = value;
  }
  return params;
}
