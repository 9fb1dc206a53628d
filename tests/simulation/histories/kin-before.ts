import type { Commit, Document, Engine } from '../../../local-cloud/engine';
import type { Task } from './scheduler';

type Reader = Pick<Engine, 'get'>;
type Changed = { commit: number; key: string; before: Document | null };

/** Whose kin and people a task names. */
const registers: ReadonlySet<string> = new Set(['households', 'members']);

/**
 * How the register stood when a transaction began. Whoever begins to wait in the same moment as
 * two households become near relatives may still wait by the kin of before: who decides is asked
 * by the table in any case, and the first time the task is late it is written anew.
 */
export class KinBefore {
  private readonly now = new Map<string, Document>();
  private readonly changes: Changed[] = [];
  private readonly begun = new WeakMap<Task, number>();
  private commits = 0;

  constructor(private readonly engine: Pick<Engine, 'get' | 'find'>) {
    for (const collection of registers) {
      for (const each of engine.find(collection)) this.now.set(`${collection}/${each._id}`, each);
    }
  }

  begin(task: Task): void {
    this.begun.set(task, this.commits);
  }

  follow({ writes }: Commit): void {
    this.commits += 1;
    for (const { collection, id, document } of writes) {
      if (!registers.has(collection)) continue;
      const key = `${collection}/${id}`;
      this.changes.push({ commit: this.commits, key, before: this.now.get(key) ?? null });
      if (document) this.now.set(key, document);
      else this.now.delete(key);
    }
  }

  /** The town as this task saw its register. */
  seenBy(task: Task): Reader {
    const since = this.begun.get(task) ?? this.commits;
    return {
      get: (collection, id) => {
        const key = `${collection}/${id}`;
        const after = this.changes.find((each) => each.commit > since && each.key === key);
        return after ? after.before : this.engine.get(collection, id);
      },
    };
  }
}
