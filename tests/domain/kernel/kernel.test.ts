import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { merkleRoot, sha256Hex } from '../../../src/domain/kernel/hash';
import { calledBy, maskName, maskPhone } from '../../../src/domain/kernel/names';
import { assert, Refusal, refuse } from '../../../src/domain/kernel/refusal';
import { mustAllowMove, offeredMoves, type WorkflowRow } from '../../../src/domain/kernel/workflow';
import { refusalOf } from './refusal-of';

test('SHA-256 is that of the platform', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

/** RFC 6962 §2.1 written down a second time, on the platform's hash. */
function tree(leaves: string[]): Buffer {
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.from([0]), Buffer.from(leaves[0] ?? ''));
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha(Buffer.from([1]), tree(leaves.slice(0, split)), tree(leaves.slice(split)));
}

test('the Merkle root is that of RFC 6962, and changes with every leaf', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 40 }), fc.nat(39), (leaves, at) => {
      expect(merkleRoot(leaves)).toBe(tree(leaves).toString('hex'));
      fc.pre(at < leaves.length);
      const changed = leaves.map((leaf, index) => (index === at ? `${leaf}.` : leaf));
      expect(merkleRoot(changed)).not.toBe(merkleRoot(leaves));
    }),
  );
});

test('names are masked to their first sign, phones to their ends', () => {
  expect(maskName('张三丰')).toBe('张*');
  expect(maskName(' 乌云其木格 ')).toBe('乌*');
  expect(maskName('𠮷野家')).toBe('𠮷*');
  expect(maskName('')).toBe('*');
  expect(maskName(' 龘 ')).toBe('*');
  expect(maskName('𠮷')).toBe('*');
  expect(calledBy(17, maskName('张三'))).toBe('17号户 张*');
  expect(calledBy(17)).toBe('17号户');
  expect(maskPhone('13800005678')).toBe('138****5678');
});

test('a refusal carries its code and sentence; an assertion is our own mistake', () => {
  expect(() => refuse('stock-gone', '没货了。', { left: 0 })).toThrow(
    expect.objectContaining({ code: 'stock-gone', message: '没货了。', details: { left: 0 } }),
  );
  // In a log the two kinds must be told apart by name.
  expect(() => refuse('stock-gone', '没货了。')).toThrow(
    expect.objectContaining({ name: 'Refusal' }),
  );
  expect(() => assert(true, 'fine')).not.toThrow();
  expect(() => assert(0, 'broken')).toThrow('assertion: broken');
  expect(() => assert(null, 'broken')).not.toThrow(Refusal);
});

type Light = 'red' | 'green';
const table: WorkflowRow<Light, 'driver' | 'police', { tired: boolean }>[] = [
  {
    action: 'drive',
    label: '开车',
    from: ['green'],
    to: ['green'],
    by: ['driver'],
    needs: [({ tired }) => (tired ? { code: 'too-tired', message: '先睡一觉。' } : null)],
  },
  { action: 'stop', label: '拦车', from: ['red', 'green'], to: ['red'], by: ['police'], needs: [] },
];

test('a move needs its row, its state and its needs', () => {
  const label = (light: Light) => (light === 'red' ? '红灯' : '绿灯');
  const move = (action: string, light: Light, tired = false) =>
    mustAllowMove(table, action, light, { tired }, label);
  expect(move('drive', 'green').label).toBe('开车');
  expect(refusalOf(() => move('drive', 'red'))).toEqual({
    code: 'wrong-state',
    message: '现在是“红灯”,不能再做这一步。请刷新看看最新情况。',
    details: { state: 'red' },
  });
  expect(() => move('fly', 'green')).toThrow(expect.objectContaining({ code: 'wrong-state' }));
  expect(() => move('drive', 'green', true)).toThrow(
    expect.objectContaining({ code: 'too-tired' }),
  );
});

test('offered is what the table lets somebody do now', () => {
  const offered = (light: Light, by: ('driver' | 'police')[], tired = false) =>
    offeredMoves(table, light, by, { tired }).map(({ action }) => action);
  expect(offered('green', ['driver'])).toEqual(['drive']);
  expect(offered('green', ['driver'], true)).toEqual([]);
  expect(offered('red', ['driver', 'police'])).toEqual(['stop']);
  expect(offered('green', [])).toEqual([]);
});
