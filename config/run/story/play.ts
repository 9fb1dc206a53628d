import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '../../../local-cloud';
import { connect } from '../cloud-client';
import { cloudOptions } from '../cloud-options';
import { buildCast } from '../sample';
import { seedCommandId } from '../seed/ids';
import { seedTownship, storyVillageNumber as villageNumber } from '../seed/township';
import { type Snapshot, takeSnapshot } from './snapshot';
import { type Story, steps } from './steps';

export type PlayedStep = {
  step: number;
  title: string;
  /** Null where the step did not hold; then `broken` says what. */
  came: string | null;
  broken: string | null;
  tookMs: number;
  after: Snapshot | null;
};
export type PlayedStory = { held: boolean; steps: PlayedStep[] };

const goodsId = 'soap';
const secrets = { jifenSecret: 'story-secret-'.repeat(4), foundingSecret: 'a-story-founding' };

async function playSteps(
  story: Story,
  watch: () => Promise<Snapshot>,
  tell: (played: PlayedStep) => void,
): Promise<PlayedStory> {
  const played: PlayedStep[] = [];
  for (const [index, { title, play }] of steps.entries()) {
    const startedAtMs = performance.now();
    const result = await play(story).then(
      (came) => ({ came, broken: null }),
      (error: Error) => ({ came: null, broken: error.message }),
    );
    const after = result.broken === null ? await watch() : null;
    const tookMs = Math.round(performance.now() - startedAtMs);
    const step = { step: index + 1, title, ...result, tookMs, after };
    played.push(step);
    tell(step);
    if (result.broken !== null) return { held: false, steps: played };
  }
  return { held: true, steps: played };
}

/**
 * Plays the whole story without a browser, through the built functions, on a local cloud of its
 * own whose folder is gone afterwards.
 * @param tell hears of each step as it ends
 * @param say hears what is being prepared
 */
export async function playStory(
  tell: (played: PlayedStep) => void,
  say: (line: string) => void,
): Promise<PlayedStory> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'jifen-story-'));
  const cloud = await startCloud({ ...cloudOptions(secrets), port: 0, dataDirectory });
  try {
    const client = connect(cloud.url);
    const startedAtMs = await client.nowMs();
    const { foundingSecret } = secrets;
    const villageNumbers = [villageNumber];
    const township = await seedTownship({
      client,
      foundingSecret,
      villageNumbers,
      startedAtMs,
      say,
    });
    const cast = buildCast(township.villages, villageNumber);
    const shopId = township.shops[0]?.shopId ?? '';
    const id = (label: string) => seedCommandId(`story ${label}`, startedAtMs);
    const story: Story = { client, cast, shopId, goodsId, id, made: {} };
    const watch = () =>
      takeSnapshot({
        resident: client.as(cast.notYetJoined.openid),
        keeper: client.as(cast.keeper.openid),
        anyone: client.as('sample-passer-by'),
        villageId: cast.cadre.villageId,
        shopId,
        goodsId,
      });
    return await playSteps(story, watch, tell);
  } finally {
    await cloud.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}
