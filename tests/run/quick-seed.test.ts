import fc from 'fast-check';
import { currentCommit, quickSeed, readQuickSeed, seedOfCommit } from '../../config/run/quick-seed';

test('the seed is that of the commit, or what is asked for, or fixed where there is no git', () => {
  expect(seedOfCommit('01afe51c33d0aa')).toBe(0x01afe51c);
  expect(seedOfCommit(null)).toBe(20_261_123);
  expect(readQuickSeed('7')).toBe(7);
  expect(readQuickSeed('')).toBe(seedOfCommit(currentCommit()));
  for (const wrong of ['x', '-1', '1.5', '4294967296']) {
    expect(() => readQuickSeed(wrong)).toThrow('SEED 应是');
  }
});

test('properties draw from it too', () => {
  expect(fc.readConfigureGlobal().seed).toBe(quickSeed | 0);
});
