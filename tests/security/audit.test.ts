import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { advisoriesOf, explained } from './audit';
import findings from './audit-findings.json';
import { bundledPackages, phonePackages } from './bundled-packages';

const file = path.join(__dirname, 'audit.md');
const marker = '## What is inside the functions\n';
let bundled: Awaited<ReturnType<typeof bundledPackages>>;
beforeAll(async () => {
  bundled = await bundledPackages();
}, 120_000);

/** In every function unless it says in which. */
function listOf(): string {
  const most = Math.max(...[...bundled.values()].map(({ functions }) => functions.length));
  const lines = [...bundled].map(([name, { functions }]) =>
    functions.length === most ? `- ${name}` : `- ${name} (${functions.join(', ')})`,
  );
  return `${marker}\n${lines.join('\n')}\n`;
}

test('what is bundled is what was looked at: a new or newer package is looked at first', () => {
  const text = readFileSync(file, 'utf8');
  const [about = '', list = ''] = text.split(marker);
  if (process.env.UPDATE_AUDIT) writeFileSync(file, `${about}${listOf()}`);
  else expect(`${marker}${list}`).toBe(listOf());
});

test('each finding names a package that is bundled, its advisories and why it may stay', () => {
  for (const { package: name, advisories, broughtBy, explanation } of findings) {
    expect([...bundled.keys()]).toContain(name);
    expect([...bundled.keys()].some((key) => key.startsWith(`${broughtBy}@`))).toBe(true);
    expect(advisories.length).toBeGreaterThan(0);
    for (const advisory of advisories) expect(advisory).toMatch(/^(CVE-\d{4}-\d+|GHSA-[\w-]+)$/);
    expect(explanation.length).toBeGreaterThan(80);
  }
});

test('the report says how to ask again, and names each finding', () => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('npx tsx tests/security/audit.ts');
  for (const { package: name, advisories } of findings) {
    for (const words of [name, ...advisories]) expect(text).toContain(words);
  }
});

test('no tool of the build and nothing of the tests is deployed', () => {
  // What @swc/helpers holds is part of code that fontkit was compiled to.
  const tools =
    /^(@tarojs|webpack|@babel|@swc\/core|@swc\/jest|jest|esbuild|mongoose|medici|fast-check)/;
  const local = /^(hono|@hono|libsql|mingo)/;
  expect([...bundled.keys()].filter((name) => tools.test(name) || local.test(name))).toEqual([]);
});

test('findings are matched by advisory, so a new one of a known package is not explained', () => {
  const via = (url: string) => ({ name: 'axios', url: `https://github.com/advisories/${url}` });
  const vulnerabilities = {
    axios: { name: 'axios', severity: 'high', via: [via('GHSA-43fc-jf86-j433'), via('GHSA-new')] },
    sdk: { name: '@cloudbase/node-sdk', severity: 'high', via: ['axios'] },
    tool: { name: 'tool', severity: 'high', via: [{ name: 'tool', url: 'x/GHSA-tool' }] },
  };
  const found = advisoriesOf({ vulnerabilities }, new Set(['axios']));
  expect(found).toEqual(['axios GHSA-43fc-jf86-j433', 'axios GHSA-new']);
  expect(found.filter((each) => !explained.has(each))).toEqual(['axios GHSA-new']);
});

test('the mini-program’s packages count as deployed', () => {
  const packages = [...phonePackages()];
  for (const name of ['react', '@tarojs/runtime', 'zustand', 'zod']) {
    expect(packages).toContain(name);
  }
  expect(packages.filter((name) => /^(webpack|jest|esbuild|@swc\/core)/.test(name))).toEqual([]);
});
