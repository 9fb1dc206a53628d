import { openEngine, parseEjson } from '../../../local-cloud/engine';

const rows = [
  { _id: 'a', n: 1, at: new Date(5), deep: { words: ['一', '二'] } },
  { _id: 'b', n: 2, at: new Date(6), deep: { words: [] } },
];

async function opened() {
  const engine = openEngine({ directory: null, createMissingCollections: true });
  await engine.insert('rows', rows);
  return engine;
}

const read = (texts: string[]) => texts.map((text) => parseEjson(text, 0));

test('texts say what the documents say, also after a change and with a projection', async () => {
  const engine = await opened();
  const asked = { query: { n: { $gt: 0 } }, indexed: false } as const;
  const same = () => {
    expect(read(engine.findTexts('rows', asked))).toEqual(engine.find('rows', asked));
    const part = { ...asked, projection: { 'deep.words': 1 } };
    expect(read(engine.findTexts('rows', part))).toEqual(engine.find('rows', part));
  };
  same();
  await engine.update('rows', { _id: 'a' }, { $set: { n: 7, 'deep.words': ['三'] } });
  same();
  expect(engine.findTexts('rows', asked).join()).toContain('三');
  await engine.close();
});

test('a transaction sees its own writes as texts, and nobody else does', async () => {
  const engine = await opened();
  const transaction = engine.begin();
  const asked = { query: { _id: 'a' } };
  transaction.update('rows', { _id: 'a' }, { $set: { n: 9 } });
  expect(read(transaction.findTexts('rows', asked))).toMatchObject([{ n: 9 }]);
  expect(read(engine.findTexts('rows', asked))).toMatchObject([{ n: 1 }]);
  transaction.abort();
  expect(read(engine.findTexts('rows', asked))).toMatchObject([{ n: 1 }]);
  await engine.close();
});
