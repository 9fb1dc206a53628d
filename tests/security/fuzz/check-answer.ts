import { commonRefusals } from '../../../src/contracts/refusals';
import { canary } from './hostile';

/** Words of the inside that no villager should ever read. */
const inside = new RegExp(
  [
    ...['\\bat \\S+:\\d', 'node_modules', '\\.[cm]?[tj]sx?\\b', '\\bError\\b', 'TypeError'],
    ...['\\bundefined\\b', '\\bNaN\\b', '\\bInfinity\\b', '\\[object', 'prototype', '\\bzod\\b'],
    ...['Invalid ', 'expected ', 'DATABASE_', '\\bstack\\b', 'function\\b', '\\$\\{'],
  ].join('|'),
  'i',
);
const kebab = /^[a-z]+(-[a-z]+)*$/;
const longestRefusalCharacters = 4_000;

const keysOf = (value: unknown) =>
  Object.keys(value as object)
    .sort()
    .join(' ');

/** What is wrong with an answer: nothing but a declared refusal in plain words may come. */
export function answerProblems(answer: unknown, refusals: readonly string[]): string[] {
  const problems: string[] = [];
  const { ok, error, requestId } = answer as Record<string, unknown>;
  if (requestId !== 'request') problems.push('the request has lost its id');
  if (ok === true) {
    if (keysOf(answer) !== 'ok requestId value') problems.push(`fields ${keysOf(answer)}`);
    return problems;
  }
  if (ok !== false || keysOf(answer) !== 'error ok requestId') return ['no envelope'];
  const { code, message } = error as { code: unknown; message: unknown };
  if (!/^code (details )?message$/.test(keysOf(error))) problems.push(`fields ${keysOf(error)}`);
  if (typeof code !== 'string' || !kebab.test(code)) return [...problems, 'no code'];
  if (code === 'not-available' || code === 'busy') problems.push(`broke: ${code}`);
  if (!(code in commonRefusals) && !refusals.includes(code)) problems.push(`undeclared: ${code}`);
  if (typeof message !== 'string' || !/\p{Script=Han}/u.test(message)) problems.push('no sentence');
  const whole = JSON.stringify(error);
  if (inside.test(whole)) problems.push(`speaks of the inside: ${whole.slice(0, 300)}`);
  if (whole.length > longestRefusalCharacters) problems.push(`${whole.length} characters`);
  return problems;
}

const lineKeys = ['action', 'code', 'requestId', 'tookMs'].join(' ');

/** Every word of a log line comes from a closed set, so nothing typed can stand in it. */
export function logProblems(line: Record<string, unknown>, actions: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  if (keysOf(line) !== lineKeys) problems.push(`log line with ${keysOf(line)}`);
  const action = String(line.action);
  if (action !== '(unknown)' && !actions.has(action)) problems.push('log names no action');
  if (!kebab.test(String(line.code))) problems.push('log code');
  if (typeof line.tookMs !== 'number' || line.requestId !== 'request') problems.push('log fields');
  if (/canary/i.test(JSON.stringify(line)) || JSON.stringify(line).includes(canary)) {
    problems.push('the log holds what was typed');
  }
  return problems;
}

const guarded = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const namesOf = () => guarded.map((each) => Reflect.ownKeys(each).length).join(' ');
const clean = namesOf();

export function pollutionProblems(): string[] {
  const { polluted, roles } = {} as { polluted?: unknown; roles?: unknown };
  const isClean = namesOf() === clean && polluted === undefined && roles === undefined;
  return isClean ? [] : ['a prototype was changed'];
}
