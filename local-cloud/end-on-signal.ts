/** Something that will not stop must not keep the process: workers see that it is gone, and go. */
const LONGEST_STOP_MS = 5000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * At the first signal to end, stops what is open and exits; further signals change nothing.
 * @param report hears why something did not stop
 * @returns whether such a signal has come: errors are then no news, as what they need is closed
 */
export function endOnSignal(
  stop: () => Promise<void>,
  report: (message: string) => void,
): () => boolean {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS);
    stop().then(
      () => process.exit(0),
      (error: Error) => {
        report(error.message);
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return () => ending;
}
