import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { actionsInWords, describeActions } from '../../config/run/actions/describe-actions';
import { jsonSchemaOf, schemaInWords } from '../../config/run/actions/schema-in-words';
import { registry } from '../../config/run/registry';
import { allContracts, exchange } from '../../src/contracts';
import { commonRefusals } from '../../src/contracts/refusals';

const entries = Object.entries(registry).flatMap(([functionName, actions]) =>
  actions.map((action) => ({ functionName, action, contract: action.contract })),
);
const actionPage = 'docs/CONTRIBUTING.md#an-action';
const nameOf = (contract: { functionName: string; action: string }) =>
  `${contract.functionName}.${contract.action}`;

test('every contract has one action, every action a contract', () => {
  const served = entries.map((entry) => nameOf(entry.contract)).sort();
  const spoken = allContracts.map(nameOf);
  const problems = allContracts
    .filter((contract) => !served.includes(nameOf(contract)))
    .map((contract) => {
      const list = `cloudfunctions/${contract.functionName}/actions/index.ts`;
      return `${nameOf(contract)} has a contract, but no action stands in ${list} (${actionPage})`;
    });
  expect(problems).toEqual([]);
  expect(served).toEqual(spoken.sort());
  expect(new Set(served).size).toBe(served.length);
});

test('every action stands in the function its contract names', () => {
  for (const { functionName, contract } of entries) {
    expect([contract.action, functionName]).toEqual([contract.action, contract.functionName]);
  }
});

test('every action says who may call it; what is bound to a place can find it', () => {
  for (const { action, contract } of entries) {
    expect([nameOf(contract), action.allow.length > 0]).toEqual([nameOf(contract), true]);
    const bound = action.allow.some((allow) => 'at' in allow && allow.at);
    if (bound)
      expect([nameOf(contract), typeof action.place]).toEqual([nameOf(contract), 'function']);
    const timed = action.allow.some((allow) => allow.who === 'timer');
    expect([nameOf(contract), timed]).toEqual([nameOf(contract), contract.kind === 'job']);
  }
});

test('codes are kebab-case and each stands once', () => {
  for (const { contract } of entries) {
    for (const code of contract.refusals) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(new Set(contract.refusals).size).toBe(contract.refusals.length);
  }
});

test('an action is described in words a reader can use', () => {
  expect(schemaInWords(jsonSchemaOf(exchange.placeOrder.input))).toBe(
    '{ shopId: slug, lines: [{ goodsId: slug, count: integer 1–999 }] 1–10, points: integer, proxyId?: ulid }',
  );
  expect(schemaInWords(jsonSchemaOf(exchange.moveStock.input))).toBe(
    '{ shopId: slug, goodsId: slug, change: integer -9999–9999, ' +
      'reason: "bought-in" | "damaged" | "lost" | "counted", note?: text 1–100 }',
  );
  const text = actionsInWords(describeActions(registry));
  expect(text).toContain('exchange.cancel-order  不换了  [一次办完]\n  谁能用  居民(本户)');
  expect(text).toContain('会拒绝  order-not-found wrong-state');
  for (const contract of allContracts)
    expect(text).toContain(`${nameOf(contract)}  ${contract.title}`);
});

test('npm run actions prints them all, and as JSON', () => {
  const main = path.resolve(__dirname, '../../config/run/actions.ts');
  const tsx = path.resolve(__dirname, '../../node_modules/tsx/dist/loader.mjs');
  const output = execFileSync(process.execPath, ['--import', tsx, main, '--json'], {
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  const { actions, commonRefusals: common } = JSON.parse(output);
  expect(actions.map(nameOf).sort()).toEqual(allContracts.map(nameOf).sort());
  expect(common).toEqual(commonRefusals);
  const place = actions.find((each: { action: string }) => each.action === 'place-order');
  expect(place).toMatchObject({ kind: 'command', allow: [{ who: 'resident' }] });
});
