import { readJsonFile } from '../json-file';
import { type Auth, type Rule, toRule } from '../rule';

/** Whether a client may call a function; auth is null for one who did not sign in. */
export type FunctionRules = { mayInvoke(name: string, auth: Auth | null): boolean };

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
    mayInvoke(name, auth) {
      const rule = rules.get(name) ?? rules.get(EVERY_OTHER) ?? everyOther;
      return rule({ auth, resource: { openid: null, path: '' } });
    },
  };
}
