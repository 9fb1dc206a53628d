const day = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}([-/.])\d{1,2}\1\d{1,2})`;
const hour = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const time = new RegExp(`^(?:${day}(?: ${hour})?|${hour})$`);
const date = new RegExp(`^${day}(?: ${hour})?$`);

/**
 * What each kind of field takes. Source: WeChat's table of the values of subscribe messages; not
 * said there is whether a `time` may be a day alone: it may here.
 */
const kinds: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/u,
  short_thing: /^.{1,5}$/u,
  const: /^.{1,20}$/u,
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{Script=Han}A-Za-z\d\p{Cc}]{1,5}$/u,
  character_string: /^[ -~]{1,32}$/,
  time,
  date,
  amount: /^\D?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+\- ]{1,17}$/,
  car_number: /^(?=.{1,8}$)[\p{Script=Han}A-Z\d][A-Z\d]*[\p{Script=Han}A-Z\d]?$/iu,
  name: /^(?:(?=.*\p{Script=Han}).{1,10}|[^\p{Script=Han}\p{Cc}]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

const kindOf = (key: string) => kinds[key.replace(/\d+$/, '')];

/** Whether a template can have a field of this key: a kind and its number, such as `thing1`. */
export const isFieldKey = (key: string): boolean => /\d$/.test(key) && kindOf(key) !== undefined;

/** The first field that WeChat would refuse: empty, not of its kind or not the template's. */
export function wrongField(fields: readonly string[], data: object): string | null {
  const given = data as Record<string, { value?: unknown } | null>;
  const isWrong = (key: string) => {
    const value = given[key]?.value;
    const isText = typeof value === 'string' || typeof value === 'number';
    return !isText || kindOf(key)?.test(String(value)) !== true;
  };
  const stranger = Object.keys(given).find((key) => !fields.includes(key));
  return fields.find(isWrong) ?? stranger ?? null;
}
