import { headOpenid } from '../support/town';
import { answersFor, householdLines } from './public-calls';
import { openPublicStage, type PublicStage } from './public-stage';

const ownNumber = 14;
/** No panel member, whose business a record may be. */
const member = headOpenid(1, ownNumber);

/** Households of others that a member of the village is shown by what anybody may ask. */
async function othersShownTo(openid: string, stage: PublicStage): Promise<string[]> {
  const text = await answersFor(stage, openid, 'insider');
  const numbers = [...text.matchAll(/"householdNumber":(\d+)/g)].map(([, number]) => number);
  const shown = [...householdLines(text), ...numbers.map((number) => `${number}号户`)];
  return shown.filter((line) => !line.includes(`${ownNumber}号户`));
}

test('once its notice is over a household is shown to nobody of the village', async () => {
  const stage = await openPublicStage(20261123, 60);
  const { town } = stage;
  expect((await othersShownTo(member, stage)).length).toBeGreaterThan(10);
  // The last day is over, and the night has not come round yet.
  town.clock.advanceDays(6);
  expect(await othersShownTo(member, stage)).toEqual([]);
  expect(await town.timer('jobs', 'close-notices')).toMatchObject({ ok: true });
  expect(await othersShownTo(member, stage)).toEqual([]);
});
