import known from '../../../config/work/templates.json';
import { templateName } from '../../contracts/messages';
import type { TemplateName } from './types';

/** What a letter can fill into a template. */
export type FieldValue = 'what' | 'where' | 'day' | 'points' | 'state';
export type Values = Partial<Record<FieldValue, string>>;

/** A template as WeChat gave it: its id, and the keys of its fields in our order. */
export type Template = { id: string; keys: string[] };
export type Templates = Partial<Record<TemplateName, Template>>;

type Known = {
  name: string;
  title: string;
  when: string;
  fields: { says: string; value: string; key: string }[];
};

/** Every template that can be applied for. */
export const knownTemplates: readonly Known[] = known;

/**
 * WeChat's kinds of field that can hold a value, with how many letters each takes. What is longer
 * is cut, and what has no kind is not sent: WeChat would turn all of it away.
 */
const longest: Readonly<Record<FieldValue, Readonly<Record<string, number>>>> = {
  what: { thing: 20 },
  where: { thing: 20 },
  state: { phrase: 5, thing: 20 },
  day: { date: 64, time: 64, thing: 20 },
  points: { number: 32, character_string: 32, thing: 20 },
};

const kindOf = (key: string) => key.replace(/\d+$/, '');

const fieldsOf = (name: TemplateName) =>
  knownTemplates.find((each) => each.name === name)?.fields ?? [];

const limitOf = (value: string, key: string) => longest[value as FieldValue]?.[kindOf(key)];

type Read = { templates: Templates; problems: string[] };

function readOne(text: string): { name: TemplateName; template: Template } | string {
  const [, given = '', id = '', list] = /^([a-z-]+)=([\w-]{10,80})(?::([\w,]*))?$/.exec(text) ?? [];
  if (id === '') return `“${text}”看不懂,要写成 名字=模板ID 或 名字=模板ID:字段,字段,字段`;
  const parsed = templateName.safeParse(given);
  if (!parsed.success) return `没有叫 ${given} 的提醒`;
  const fields = fieldsOf(parsed.data);
  const keys = list ? list.split(',') : fields.map(({ key }) => key);
  if (keys.length !== fields.length) return `${given} 要有 ${fields.length} 个字段`;
  const wrong = fields.find(({ value }, index) => !limitOf(value, keys[index] ?? ''));
  if (wrong) return `${given} 的“${wrong.says}”放不进 ${keys[fields.indexOf(wrong)]}`;
  return { name: parsed.data, template: { id, keys } };
}

/**
 * `JIFEN_TEMPLATES`: `to-do=id:thing1,thing4,date2;posted=id`, the keys where they are not those of
 * `config/work/templates.json`. What cannot be read is left out and named: no function fails
 * because of it.
 */
export function readTemplates(text: string | undefined): Read {
  const read: Read = { templates: {}, problems: [] };
  const parts = (text ?? '').split(';').map((each) => each.trim());
  for (const part of parts.filter((each) => each !== '')) {
    const one = readOne(part);
    if (typeof one === 'string') read.problems.push(one);
    else read.templates[one.name] = one.template;
  }
  return read;
}

export function setUpNames(templates: Templates): TemplateName[] {
  return templateName.options.filter((name) => templates[name] !== undefined);
}

/** Those that are still to be applied for. */
export function missingTemplates(templates: Templates): readonly Known[] {
  return knownTemplates.filter(({ name }) => !templates[name as TemplateName]);
}

/** What is sent: each field of the template with its value, cut to what WeChat takes. */
export function dataOf(
  name: TemplateName,
  { keys }: Template,
  values: Values,
): Record<string, { value: string }> {
  const data = fieldsOf(name).map(({ value }, index) => {
    const key = keys[index] ?? '';
    const letters = [...(values[value as FieldValue] ?? '')];
    return [key, { value: letters.slice(0, limitOf(value, key)).join('') }];
  });
  return Object.fromEntries(data);
}
