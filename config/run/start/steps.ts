import type { CloudClient } from '../cloud-client';
import type { CastMember } from '../sample';
import { whoIsWaitedFor } from './who-is-waited-for';

/** How things stand in the cloud. */
export type Standing = {
  nowMs: number;
  /** How far the cloud's clock is ahead of this machine's. */
  offsetMs: number;
  /** What waits for whom, by openid, in words. */
  waiting: Record<string, string>;
  /** The phones that something was done with since. */
  by: number[];
};

export type Steps = {
  /** Something was done: on that phone, or null for the clock. */
  took(phone: number | null): void;
  /** Hears how things stand now and after each step. Answers how to stop that. */
  follow(hear: (standing: Standing) => void): () => void;
};

/** Looks anew at how things stand whenever something was done; steps taken meanwhile wait. */
export function createSteps(
  client: CloudClient,
  cast: readonly CastMember[],
  shopId: string,
): Steps {
  const followers = new Set<(standing: Standing) => void>();
  let looking = false;
  let taken: Set<number> | null = null;

  const look = async (by: number[]): Promise<Standing> => {
    const waiting = await whoIsWaitedFor(client, cast, shopId);
    return { ...(await client.clock()), waiting, by };
  };
  const catchUp = async () => {
    if (looking) return;
    looking = true;
    try {
      while (taken !== null) {
        const by = [...taken];
        taken = null;
        const standing = await look(by);
        for (const hear of followers) hear(standing);
      }
    } catch {
      // The cloud is closing; whoever follows will see that it is gone.
    } finally {
      looking = false;
    }
  };

  return {
    took(phone) {
      taken ??= new Set();
      if (phone !== null) taken.add(phone);
      void catchUp();
    },
    follow(hear) {
      followers.add(hear);
      look([]).then(hear, () => undefined);
      return () => void followers.delete(hear);
    },
  };
}
