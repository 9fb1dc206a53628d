import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectDirectory } from '../../../config/run/project-directory';
import { openWeapp, type Weapp } from '../../weapp/harness';
import type { SetDataStats } from '../../weapp/harness/types';
import { elderOpenings, openings, type Stage } from './pages';

export const dist = path.join(projectDirectory, 'dist/weapp');

/**
 * The bridge is at rest when it carried nothing for so long, and no answer is waited for: longer
 * than a search waits for somebody to stop typing.
 */
const restMs = 450;
const pollEveryMs = 20;
const longestWaitMs = 60_000;

/** What a step cost the bridge between the mini-program's two threads, once it is at rest. */
export async function costOf(phone: Weapp): Promise<SetDataStats> {
  let stats = await phone.setDataStats();
  let restingMs = 0;
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += pollEveryMs) {
    await pause(pollEveryMs);
    const now = await phone.setDataStats();
    const rests = now.calls === stats.calls && (await phone.asking()) === 0;
    restingMs = rests ? restingMs + pollEveryMs : 0;
    stats = now;
    if (restingMs >= restMs) break;
  }
  await phone.resetSetDataStats();
  return stats;
}

export type PageCost = SetDataStats & { firstRenderMs: number };

/** In large type a page may be another one. */
export type Look = 'normal' | 'elder';

/** Opens a phone at a page, as from a shared card, and waits until the page stands. */
export async function openAt(stage: Stage, page: string, look: Look = 'normal'): Promise<Weapp> {
  const opening = (look === 'elder' ? elderOpenings : openings)[page];
  if (opening === undefined) throw new Error(`${page} has no row in openings`);
  const launch = { path: page, query: opening.query?.(stage) ?? {} };
  const phone = await openWeapp({
    dist,
    backendUrl: stage.url,
    openid: opening.who(stage),
    storage: { elder: look === 'elder' },
    launch,
  });
  try {
    await phone.waitFor(opening.sees, { timeoutMs: longestWaitMs });
    return phone;
  } catch (error) {
    await phone.close();
    throw error;
  }
}

/** What opening a page costs, the start of the app included. */
export async function openingCost(stage: Stage, page: string, look?: Look): Promise<PageCost> {
  const phone = await openAt(stage, page, look);
  try {
    const cost = await costOf(phone);
    const errors = await phone.errors();
    if (errors.length > 0) throw new Error(`${page}: ${errors.join('; ')}`);
    return { ...cost, firstRenderMs: (await phone.firstRenderMs()) ?? Number.NaN };
  } finally {
    await phone.close();
  }
}

const renderedWithinMs = 10_000;

/** Milliseconds until something stands on the first page of a built app that has no network. */
export async function firstRenderMs(built = dist): Promise<number> {
  const phone = await openWeapp({ dist: built, openid: 'somebody' });
  try {
    for (let waitedMs = 0; waitedMs < renderedWithinMs; waitedMs += pollEveryMs) {
      const tookMs = await phone.firstRenderMs();
      if (tookMs !== null) return tookMs;
      await pause(pollEveryMs);
    }
    throw new Error(`${built} shows nothing`);
  } finally {
    await phone.close();
  }
}
