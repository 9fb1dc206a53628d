import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRule, type RuleFacts } from '../../../local-cloud/rule';
import { readStorageRules } from '../../../local-cloud/storage/rules';
import { temporaryFolder } from '../functions/fixture';

const folder = temporaryFolder();
afterAll(() => folder.remove());

function rules(content: unknown) {
  const file = join(folder.path, 'rules.json');
  writeFileSync(file, JSON.stringify(content));
  return readStorageRules(file);
}
function facts(openid: string | null, owner: string | null): RuleFacts {
  const auth = openid === null ? null : { openid };
  return { auth, resource: { openid: owner, path: 'photos/a.jpg' } };
}

test('by default: create and replace one’s own, touch nobody else’s, read nothing', () => {
  for (const { mayRead, mayWrite } of [readStorageRules(null), rules({})]) {
    expect(mayWrite(facts('oA', 'oA'))).toBe(true);
    expect(mayWrite(facts('oA', 'oB'))).toBe(false);
    expect(mayWrite(facts('oA', null))).toBe(false);
    expect(mayWrite(facts(null, null))).toBe(false);
    expect(mayRead(facts('oA', 'oA'))).toBe(false);
  }
});

test('the platform’s own example rules', () => {
  const own = rules({ storage: { read: true, write: 'resource.openid == auth.openid' } });
  expect(own.mayRead(facts(null, 'oA'))).toBe(true);
  expect(own.mayWrite(facts('oA', 'oA'))).toBe(true);
  expect(own.mayWrite(facts('oB', 'oA'))).toBe(false);
  // Nobody is not the owner of what belongs to nobody.
  expect(own.mayWrite(facts(null, null))).toBe(false);
  const closed = rules({ storage: { read: false, write: false } });
  expect(closed.mayWrite(facts('oA', 'oA'))).toBe(false);
  const anyone = rules({ storage: { read: 'auth != null', write: 'auth.openid != null' } });
  expect(anyone.mayRead(facts('oA', 'oB'))).toBe(true);
  expect(anyone.mayRead(facts(null, 'oB'))).toBe(false);
  expect(anyone.mayWrite(facts(null, 'oB'))).toBe(false);
});

test.each([
  ["auth.openid == 'oA' || auth.openid == 'oB'", 'oB', true],
  ["auth.openid == 'oA' && resource.path == 'photos/a.jpg'", 'oA', true],
  ["auth.openid == 'oA' && resource.path == 'other'", 'oA', false],
  ["!(auth.openid == 'oA')", 'oA', false],
  ["auth == null || (auth.openid != 'oA' && true)", 'oC', true],
  ['auth == null || false', null, true],
])('%s for %s is %s', (text, openid, expected) => {
  expect(compileRule(text)(facts(openid, 'oA'))).toBe(expected);
});

test.each([
  'auth.openid ==',
  '(auth != null',
  'auth != null)',
  'doc.open == 1',
  'auth.openid = resource.openid',
  "get('database.users.x').open",
  '',
])('a rule it cannot read is refused, not guessed: %s', (text) => {
  expect(() => compileRule(text)).toThrow(/rule/);
});

test('a rule of another type is refused', () => {
  expect(() => rules({ storage: { write: 1 } })).toThrow(/boolean or an expression/);
});
