import { quickSeed } from '../../../config/run/quick-seed';
import { everyAction } from '../../proof/cards';
import { neverAnsweredOk, replayCommand, seedOf } from './fuzz';
import { fuzzAction } from './fuzz-action';

const events = Number(process.env.FUZZ_EVENTS ?? 2_480);
const seed = quickSeed;
const share = Math.ceil(events / everyAction.length);

test.each(everyAction)('$name answers whatever comes with an envelope', async (each) => {
  const result = await fuzzAction(each, share, seedOf(seed, each));
  const again = replayCommand(each.name, { events, seed });
  const { problems } = result;
  const unreached = neverAnsweredOk([result]);
  expect({ again, problems, unreached }).toEqual({ again, problems: [], unreached: [] });
  expect(result.events).toBe(share);
});
