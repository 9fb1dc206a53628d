const tellEveryMs = 5000;

/** One line for the person at the terminal. Standard error: standard output is for results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Runs `work` and says every few seconds that it is still going on, so silence never lasts. */
export async function withProgress<Value>(
  label: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const startedAtMs = Date.now();
  const seconds = () => Math.round((Date.now() - startedAtMs) / 1000);
  const timer = setInterval(() => say(`  ${label}……已用 ${seconds()} 秒`), tellEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
