import { writeSync } from 'node:fs';
import { openEngine } from '../../../local-cloud/engine';

/**
 * Run as a process of its own: writes without end into the folder it is given, eight writers
 * at once, and says each id on standard output only after its commit was acknowledged.
 */
async function write(): Promise<void> {
  const directory = process.argv[2] ?? '';
  const engine = openEngine({ directory, createMissingCollections: true });
  const start = engine.count('entries', {});
  if (start === 0) await engine.set('totals', 'sum', { value: 0 });
  writeSync(1, 'ready\n');
  const writer = async (name: number): Promise<never> => {
    for (let n = 0; ; n += 1) {
      const id = `${start}-${name}-${n}`;
      const transaction = engine.begin();
      transaction.insert('entries', { _id: id, text: '积分'.repeat(n % 40), at: new Date(n) });
      transaction.set('pairs', `${name}`, { last: id });
      await transaction.commit();
      await engine.update('totals', { _id: 'sum' }, { $inc: { value: 1 } });
      writeSync(1, `${id}\n`);
    }
  };
  await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writer));
}

write().catch((error) => {
  writeSync(2, String(error));
  process.exitCode = 1;
});
