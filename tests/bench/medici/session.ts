import type { Engine, Transaction } from '../../../local-cloud/engine';

/** As MongoDB's driver 7 does it: `withTransaction` tries for two minutes, with growing pauses. */
const deadlineMs = 120_000;
const firstPauseMs = 5;
const pauseGrowth = 1.5;
const longestPauseMs = 500;

function isTransient(error: unknown): boolean {
  const { code, message } = Object(error) as { code?: string; message?: string };
  return code === 'DATABASE_TRANSACTION_CONFLICT' || message?.includes('E11000') === true;
}

/** What medici and mongoose ask of a client session. */
export class EngineSession {
  private open: Transaction | null = null;

  constructor(
    private readonly engine: () => Engine,
    private readonly random: () => number,
  ) {}

  /** The engine's transaction this session stands for. */
  get transaction(): Transaction {
    if (this.open === null) throw new Error('the session has no transaction');
    return this.open;
  }

  async withTransaction<R>(work: (session: this) => Promise<R>): Promise<R> {
    const untilMs = performance.now() + deadlineMs;
    for (let attempt = 0; ; attempt += 1) {
      const transaction = this.engine().begin();
      this.open = transaction;
      try {
        const result = await work(this);
        await transaction.commit();
        return result;
      } catch (error) {
        transaction.abort();
        if (!isTransient(error) || performance.now() >= untilMs) throw error;
      } finally {
        this.open = null;
      }
      const ceilingMs = Math.min(firstPauseMs * pauseGrowth ** (attempt + 1), longestPauseMs);
      await new Promise((resolve) => setTimeout(resolve, this.random() * ceilingMs));
    }
  }

  async endSession(): Promise<void> {
    this.open?.abort();
  }
}
