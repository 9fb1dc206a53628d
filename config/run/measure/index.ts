import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Rules } from './rules';

export { type Rules, rulesOf, type Theme } from './rules';

let script: Promise<string> | null = null;

/** As one script: a function handed to the browser could not bring others with it. */
function pageScript(): Promise<string> {
  script ??= build({
    entryPoints: [path.join(__dirname, 'in-page/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'measuring',
    target: 'es2022',
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}

/** What is wrong with the page in front of somebody, one line each; nothing when all is well. */
export async function measurePage(page: Page, rules: Rules, width = 360): Promise<string[]> {
  const values = JSON.stringify([rules, width]);
  return page.evaluate(`${await pageScript()};measuring.measure(...${values})`);
}
