import { readJsonFile } from '../json-file';
import { type Rule, toRule } from '../rule';

/** Whether a phone may call a function; openid is null for a caller without WeChat identity. */
export type FunctionRules = { mayInvoke(name: string, openid: string | null): boolean };

const EVERY_OTHER = '*';

/**
 * Reads the "functions" part of a rules file (null: everything may be called), in the platform's
 * own form: `{ "*": { "invoke": true }, "<name>": { "invoke": <boolean or expression> } }`.
 * Throws when the file or a rule in it cannot be understood.
 */
export function readFunctionRules(file: string | null): FunctionRules {
  const all = file === null ? {} : readJsonFile(file);
  const { functions = {} } = all as { functions?: Record<string, { invoke?: unknown }> };
  const rules = new Map<string, Rule>();
  for (const [name, entry] of Object.entries(functions)) {
    rules.set(name, toRule(entry.invoke, false));
  }
  return {
    mayInvoke(name, openid) {
      const rule = rules.get(name) ?? rules.get(EVERY_OTHER);
      if (rule === undefined) return true;
      const auth = openid === null ? null : { openid };
      return rule({ auth, resource: { openid: null, path: '' } });
    },
  };
}
