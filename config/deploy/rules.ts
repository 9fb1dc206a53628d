import { isDeepStrictEqual } from 'node:util';
import type { FoundRule } from './read-platform';
import type { FunctionRule, ReadWrite } from './wanted';

/** Whether a rule that was read back says what is wanted. */
export function saysTheSame(found: FoundRule, wanted: ReadWrite | FunctionRule): boolean {
  return found.tag === 'CUSTOM' && isDeepStrictEqual(found.rule, wanted);
}

/** The simple kind "administrators only" says the same as a rule that is false twice. */
export function isClosed(found: FoundRule, wanted: ReadWrite): boolean {
  const nobody = wanted.read === false && wanted.write === false;
  return (nobody && found.tag === 'ADMINONLY') || saysTheSame(found, wanted);
}

const simpleKinds: Readonly<Record<string, string>> = {
  READONLY: '所有用户可读,仅创建者可写',
  PRIVATE: '仅创建者可读写',
  ADMINWRITE: '所有用户可读,仅管理端可写',
  ADMINONLY: '仅管理端可读写',
};

/** A rule in the words of the console. */
export function ruleInWords({ tag, rule }: FoundRule): string {
  if (tag === 'CUSTOM') {
    return JSON.stringify(rule);
  }
  return simpleKinds[tag] ?? (tag === '' ? '没有设' : tag);
}
