import { playMessages } from './message-history';

const histories = 30;
const length = 80;

test('every message comes of a move, reaches who may hear it, and nobody twice', async () => {
  const total = { sent: 0, killed: 0 };
  for (let seed = 1; seed <= histories; seed += 1) {
    const { violations, sent, killed } = await playMessages(seed, length);
    expect({ seed, violations }).toEqual({ seed, violations: [] });
    total.sent += sent;
    total.killed += killed;
  }
  expect(total.sent).toBeGreaterThan(100);
  expect(total.killed).toBeGreaterThan(100);
}, 120_000);
