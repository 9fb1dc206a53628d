import { readJsonFile } from '../json-file';
import { type Rule, toRule } from '../rule';

/** Whether a client may call a function; openid is null for a caller without WeChat identity. */
export type FunctionRules = { mayInvoke(name: string, openid: string | null): boolean };

const EVERY_OTHER = '*';

/** What holds on the platform where nobody wrote a rule. */
const DEFAULT_INVOKE = 'auth != null';

/**
 * Reads the "functions" part of a rules file (null: the platform's default), in the platform's own
 * form: `{ "*": { "invoke": "auth != null" }, "<name>": { "invoke": <boolean or expression> } }`.
 * Throws when the file or a rule in it cannot be understood.
 */
export function readFunctionRules(file: string | null): FunctionRules {
  const all = file === null ? {} : readJsonFile(file);
  const { functions = {} } = all as { functions?: Record<string, { invoke?: unknown }> };
  const rules = new Map<string, Rule>();
  const everyOther = toRule(undefined, DEFAULT_INVOKE);
  for (const [name, entry] of Object.entries(functions)) {
    rules.set(name, toRule(entry.invoke, false));
  }
  return {
    mayInvoke(name, openid) {
      const rule = rules.get(name) ?? rules.get(EVERY_OTHER) ?? everyOther;
      const auth = openid === null ? null : { openid };
      return rule({ auth, resource: { openid: null, path: '' } });
    },
  };
}
