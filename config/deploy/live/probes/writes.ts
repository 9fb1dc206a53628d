import { codeOf, outcome, type Probe } from '../probe';

/** Documents that differ in nothing but what is asked about. */
const fresh = (mark: string, name: string) => ({ _id: `${mark}-${name}`, amount: 1 });

export const writeProbes: Readonly<Record<string, Probe>> = {
  async 'duplicate-id'({ app, collection, mark }) {
    const documents = app.database().collection(collection);
    await documents.add(fresh(mark, 'twice'));
    return outcome(() => documents.add(fresh(mark, 'twice')));
  },
  async 'update-that-changes-nothing'({ app, collection, mark }) {
    const documents = app.database().collection(collection);
    await documents.add(fresh(mark, 'same'));
    const { updated } = await documents.doc(`${mark}-same`).update({ amount: 1 });
    return { updated };
  },
  async 'update-and-return-that-changes-nothing'({ app, collection, mark }) {
    const documents = app.database().collection(collection);
    await documents.add(fresh(mark, 'same'));
    const where = documents.where({ _id: `${mark}-same` });
    const { updated } = await where.updateAndReturn({ amount: 1 });
    return { updated };
  },
  async 'update-of-nothing'({ app, collection, mark }) {
    const missing = app.database().collection(collection).doc(`${mark}-missing`);
    const { updated } = await missing.update({ amount: 1 });
    return { updated };
  },
  async 'set-of-the-same'({ app, collection, mark }) {
    const document = app.database().collection(collection).doc(`${mark}-set`);
    const { updated: first } = await document.set({ amount: 1 });
    const { updated: second } = await document.set({ amount: 1 });
    return { first, second };
  },
  async 'collection-that-is-not-there'({ app, collection }) {
    const missing = app.database().collection(`${collection}-not-there`);
    return {
      read: await outcome(() => missing.where({ _id: 'x' }).get()),
      write: await outcome(() => missing.add({ _id: 'x' })),
    };
  },
  async 'field-names'({ app, collection, mark }) {
    const documents = app.database().collection(collection);
    const names: Record<string, string> = {
      dot: 'a.b',
      dollar: '$a',
      empty: '',
      constructor: 'constructor',
      chinese: '户号',
      null: 'a\u0000b',
      'two hundred letters': 'a'.repeat(200),
      'two thousand letters': 'a'.repeat(2000),
    };
    const answers: Record<string, string> = {};
    for (const [word, name] of Object.entries(names)) {
      const document = { _id: `${mark}-${word}`, [name]: 1 };
      answers[word] = await outcome(async () => {
        await documents.add(document);
        const { data } = await documents.doc(document._id).get();
        if (data[0]?.[name] !== 1) throw new Error('it was lost');
      });
    }
    return answers;
  },
  async nesting({ app, collection, mark }) {
    const documents = app.database().collection(collection);
    const answers: Record<string, string> = {};
    for (const depth of [50, 90, 99, 101, 150, 200]) {
      let nested: Record<string, unknown> = { end: 1 };
      for (let level = 1; level < depth; level += 1) nested = { in: nested };
      const document = { _id: `${mark}-${depth}`, ...nested };
      answers[depth] = await documents.add(document).then(() => 'ok', codeOf);
    }
    return answers;
  },
};
