import { openSampleCloud, type SampleCloud } from '../../config/run/pictures/sample-cloud';

export type TestCloud = SampleCloud;

/**
 * The built functions on a local cloud in this process, with the sample village of the story and
 * one beside it; takes a few seconds, so the tests of one file share it.
 * @param history with nine days of life behind it
 */
export function openTestCloud(options: Parameters<typeof openSampleCloud>[0]): Promise<TestCloud> {
  return openSampleCloud(options);
}

const dayMs = 86_400_000;

/** Lets days pass and does what is due: notices close, orders expire. */
export async function passDays({ client }: TestCloud, days: number): Promise<void> {
  await client.advance(days * dayMs);
  await client.timer('close-notices');
}
