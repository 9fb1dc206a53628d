import { sweepStorage } from '../../config/deploy/sweep-storage';
import { openStage, type Stage } from './fixture';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-11-23T09:00:00+08:00');
const lines: string[] = [];

function sweep(how: Partial<{ dryRun: boolean; yes: boolean; answer: boolean }> = {}) {
  const { dryRun = false, yes = true, answer = false } = how;
  const { api } = stage.work();
  const say = (line: string) => void lines.push(line);
  return sweepStorage({ api, nowMs, say, confirm: async () => answer }, { dryRun, yes });
}

/** More than a page of photos that nobody handed in, and what must stay. */
function fill(): string[] {
  const { stored } = stage.standIn.account;
  for (let n = 0; n < 230; n += 1) stored.set(`evidence/old-${n}.jpg`, nowMs - dayMs - 1);
  stored.set('registers/old.xlsx', nowMs - 7 * dayMs - 1);
  const staying = ['evidence/new.jpg', 'registers/new.xlsx', 'kept/a/old.jpg', 'evidences/a.jpg'];
  const agesMs = [dayMs - 1, 7 * dayMs - 1, 300 * dayMs, 300 * dayMs];
  staying.forEach((key, at) => void stored.set(key, nowMs - (agesMs[at] as number)));
  return staying.sort();
}

test('what was uploaded and never handed in goes, all pages of it, and nothing else', async () => {
  const staying = fill();
  lines.length = 0;
  expect(await sweep({ dryRun: true })).toBe(0);
  expect(stage.standIn.account.stored.size).toBe(231 + staying.length);
  expect(await sweep({ yes: false })).toBe(0);
  expect(stage.standIn.account.stored.size).toBe(231 + staying.length);
  expect(lines).toContain('什么都没有删。');
  expect(await sweep()).toBe(0);
  expect([...stage.standIn.account.stored.keys()].sort()).toEqual(staying);
  expect(lines.join()).toContain('删了 231 个');
  expect(lines.join()).not.toContain('old-');
  expect(await sweep()).toBe(0);
  expect(lines.at(-1)).toBe('没有要清的。');
});
