import { largest, outcome, type Probe, type Tools } from '../probe';

/** Has the platform work something out; fails where it did not. */
async function compute({ app, collection, mark }: Tools, value: object): Promise<unknown> {
  const documents = app.database().collection(collection).aggregate();
  const { data } = await documents
    .match({ _id: `${mark}-one` })
    .project({ value })
    .end();
  if (data[0]?.value === undefined) throw new Error('it worked nothing out');
  return data[0].value;
}

/** Expressions by the version of MongoDB that brought them. */
const expressions: readonly [string, object][] = [
  ['4.0', { $toInt: '1' }],
  ['4.2', { $round: [1.2, 0] }],
  ['4.4', { $first: [[1, 2]] }],
  ['5.0', { $dateTrunc: { date: new Date(0), unit: 'day' } }],
  ['5.2', { $sortArray: { input: [2, 1], sortBy: 1 } }],
  ['6.3', { $bitAnd: [1, 3] }],
  ['7.0', { $median: { input: [1, 2], method: 'approximate' } }],
];

export const queryProbes: Readonly<Record<string, Probe>> = {
  async 'in-on-ids'({ app, collection, mark }) {
    const db = app.database();
    const answers: Record<string, string> = {};
    for (const count of [100, 101, 200, 500, 1000, 1001]) {
      const ids = Array.from({ length: count }, (_, each) => `${mark}-${each}`);
      const where = { _id: db.command.in(ids) };
      answers[count] = await outcome(() => db.collection(collection).where(where).limit(1).get());
    }
    return answers;
  },
  async 'mongodb-version'(tools) {
    const { app, collection, mark } = tools;
    await app
      .database()
      .collection(collection)
      .add({ _id: `${mark}-one`, amount: 1 });
    const answers: Record<string, string> = {};
    for (const [version, value] of expressions) {
      answers[version] = await outcome(() => compute(tools, value));
    }
    return answers;
  },
  async 'query-time'(tools) {
    const { app, collection, mark, longestStepMs } = tools;
    await app
      .database()
      .collection(collection)
      .add({ _id: `${mark}-one`, amount: 1 });
    return largest([1e4, 1e5, 1e6, 5e6, 2e7], longestStepMs, (size) => {
      const input = { $range: [0, size] };
      const add = { $add: ['$$value', '$$this'] };
      return compute(tools, { $reduce: { input, initialValue: 0, in: add } });
    });
  },
  async 'milliseconds-of-a-read'({ app, collection, mark }) {
    const document = app.database().collection(collection).doc(`${mark}-none`);
    const times: number[] = [];
    for (let each = 0; each < 30; each += 1) {
      const startedAtMs = performance.now();
      await document.get();
      times.push(performance.now() - startedAtMs);
    }
    times.sort((left, right) => left - right);
    return { median: Math.round(times[15] ?? 0), slowest: Math.round(times[29] ?? 0) };
  },
};
