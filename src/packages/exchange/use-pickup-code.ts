import { useEffect, useState } from 'react';
import { call } from '../../client/call';
import type { EnvelopeError } from '../../contracts/contract';
import { issuePickupCode } from '../../contracts/exchange';

/** The code lives a minute; a new one comes while the old one can still be read. */
const refreshEveryMs = 45_000;
const retryEveryMs = 5_000;
const tickMs = 1_000;

type Shown = { text: string; refreshAtMs: number; endsAtMs: number };

export type PickupCode = {
  /** Null while there is none that would be taken. */
  text: string | null;
  /** Until the next code is fetched. */
  secondsLeft: number;
  error: EnvelopeError | null;
};

/**
 * Fetches a pickup code and a new one before it ends, as long as it is on the screen. Counts by how
 * long the code lives, since a phone's clock may be wrong.
 */
export function usePickupCode(orderId: string, onScreen: boolean): PickupCode {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const [nowMs, setNow] = useState(() => Date.now());

  useEffect(() => {
    if (!onScreen) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetchCode = async () => {
      const askedAtMs = Date.now();
      const answer = await call(issuePickupCode, { orderId });
      if (ended) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) {
        const { code, validUntilMs, nowMs: issuedAtMs } = answer.value;
        // Counted from before the asking: a slow answer has used up part of its minute.
        const endsAtMs = askedAtMs + validUntilMs - issuedAtMs;
        setShown({ text: code, refreshAtMs: askedAtMs + refreshEveryMs, endsAtMs });
        setNow(Date.now());
      }
      timer = setTimeout(fetchCode, answer.ok ? refreshEveryMs : retryEveryMs);
    };
    fetchCode();
    const ticking = setInterval(() => setNow(Date.now()), tickMs);
    return () => {
      ended = true;
      clearTimeout(timer);
      clearInterval(ticking);
    };
  }, [orderId, onScreen]);

  const good = onScreen && shown !== null && nowMs < shown.endsAtMs ? shown : null;
  const leftMs = good ? Math.max(0, good.refreshAtMs - nowMs) : 0;
  return { text: good?.text ?? null, secondsLeft: Math.ceil(leftMs / 1000), error };
}
