import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CloudOptions } from './index';
import { readTerms, smallPackage, type Terms } from './platform/terms';
import type { MessageTemplate } from './wechat/subscribe-messages';
import { isFieldKey } from './wechat/template-fields';

const DEFAULT_FUNCTIONS = 'dist/cloudfunctions';
const DEFAULT_INDEXES = 'config/database/indexes.json';
const DEFAULT_RULES = 'config/database/rules.json';

/** The command line is wrong; the message is a sentence for whoever typed it. */
export class WrongCommand extends Error {}

function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new WrongCommand(`--port 应是 0 到 65535 的数字,不是 ${text}。`);
}

function readEnvironment(pairs: string[], option = 'env'): Record<string, string> {
  const entries = pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new WrongCommand(`--${option} 应写成 名称=值。`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(entries);
}

/** A path given must exist; a default counts only where it exists. */
function readPath(option: string, given: string | undefined, otherwise?: string) {
  if (given !== undefined && !existsSync(given)) {
    throw new WrongCommand(`--${option} 指的 ${given} 不存在。`);
  }
  return given ?? (otherwise !== undefined && existsSync(otherwise) ? otherwise : undefined);
}

/** `latencyMs=60` and the like into terms; a limit may be `none`. */
function readTermPairs(pairs: string[]): Partial<Terms> {
  const values = Object.entries(readEnvironment(pairs, 'term')).map(([name, text]) => {
    const word = { none: null, true: true, false: false }[text];
    return [name, word === undefined ? Number(text) : word];
  });
  try {
    return readTerms(Object.fromEntries(values));
  } catch (error) {
    throw new WrongCommand(`--term 有误:${(error as Error).message}`);
  }
}

/** `ID=thing1,date2` into a template of subscribe messages. */
function readTemplates(pairs: string[]): MessageTemplate[] {
  return Object.entries(readEnvironment(pairs, 'template')).map(([id, list]) => {
    const fields = list.split(',');
    const odd = fields.find((key) => !isFieldKey(key));
    if (odd === undefined) return { id, fields };
    throw new WrongCommand(`--template 有误:没有叫 ${odd} 的字段。`);
  });
}

/**
 * Reads `--port N --data DIR [--functions DIR] [--indexes FILE] [--rules FILE] [--env KEY=VALUE]…`,
 * and how strict the cloud is: `[--term NAME=VALUE]…` (latencyMs, connections, requestsPerSecond,
 * readsPerDay, writesPerDay, isolated, phoneRequestBytes, phoneAnswerBytes; `none` for no limit),
 * `--small-package` (the terms of the smallest, 60 ms away), `--refuse-unindexed`, `--devtools`
 * (uploaded as WeChat DevTools do), `--limits cloudbaserc.json`; `[--template ID=KEY,KEY]…`, the
 * templates of subscribe messages that WeChat knows.
 * Throws WrongCommand.
 */
export function readCommandLine(words: string[]): CloudOptions {
  const texts = { type: 'string' } as const;
  const options = {
    port: texts,
    data: texts,
    functions: texts,
    indexes: texts,
    rules: texts,
    limits: texts,
    env: { type: 'string', multiple: true },
    template: { type: 'string', multiple: true },
    term: { type: 'string', multiple: true },
    'small-package': { type: 'boolean' },
    'refuse-unindexed': { type: 'boolean' },
    devtools: { type: 'boolean' },
  } as const;
  const values = (() => {
    try {
      return parseArgs({ args: words, options, strict: true }).values;
    } catch (error) {
      throw new WrongCommand(`命令行有误:${(error as Error).message}`);
    }
  })();
  return {
    port: readPort(values.port),
    dataDirectory: values.data ?? null,
    functionsDirectory: readPath('functions', values.functions, DEFAULT_FUNCTIONS),
    indexesFile: readPath('indexes', values.indexes, DEFAULT_INDEXES),
    rulesFile: readPath('rules', values.rules, DEFAULT_RULES),
    environment: readEnvironment(values.env ?? []),
    terms: { ...(values['small-package'] && smallPackage), ...readTermPairs(values.term ?? []) },
    refuseUnindexed: values['refuse-unindexed'] === true,
    uploadedByDevTools: values.devtools === true,
    limitsFile: readPath('limits', values.limits),
    templates: readTemplates(values.template ?? []),
  };
}
