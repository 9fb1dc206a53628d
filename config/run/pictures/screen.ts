import type { Page } from 'playwright-core';
import type { Scenery } from './prepare';
import type { SampleCloud } from './sample-cloud';

/** What a screen may need to know: the sample's people and the things that were prepared. */
export type Facts = SampleCloud & Scenery;

/** One picture: who looks, at which page, and what they do before it is taken. */
export type Screen = {
  name: string;
  who: (facts: Facts) => string;
  path: (facts: Facts) => string;
  act?: (page: Page, facts: Facts) => Promise<void>;
  /** Goes without network on purpose: what does not load then is no flaw. */
  offline?: true;
};
