import { missingThing } from '../../../src/contracts/town';
import { missingIn, type VillageFacts } from '../../../src/domain/town/missing';
import { missingInWords, nextInWords } from '../../../src/domain/town/missing-words';

const ready: VillageFacts = {
  households: 16,
  joined: 9,
  cadres: 2,
  supervisors: 1,
  panel: 5,
  shops: 1,
  shopsWithoutKeeper: 0,
  moneyFen: 100_000,
  goodsOffered: 4,
  goodsThere: 1,
  cardsPrinted: true,
  villageCodePrinted: true,
  shopsWithoutCode: 0,
};

const says = (facts: Partial<VillageFacts>) =>
  missingIn({ ...ready, ...facts }).map(missingInWords);

const justOpened: VillageFacts = {
  ...ready,
  ...{ households: 0, joined: 0, cadres: 0, supervisors: 0, panel: 0, shops: 0, moneyFen: 0 },
  ...{ goodsOffered: 0, goodsThere: 0, cardsPrinted: false, villageCodePrinted: false },
};

test('a village that has all it needs lacks nothing', () => {
  expect(missingIn(ready)).toEqual([]);
});

test.each<[Partial<VillageFacts>, string]>([
  [{ households: 0 }, '户册没导入'],
  [{ cadres: 0 }, '没有村干部'],
  [{ cadres: 1 }, '村干部只有 1 人,还差 1 人'],
  [{ supervisors: 0 }, '没有监委会的人'],
  [{ panel: 0 }, '没有评议小组'],
  [{ panel: 1 }, '评议小组只有 1 人,还差 4 人'],
  [{ shops: 0 }, '没有超市'],
  [{ shopsWithoutKeeper: 1 }, '超市没有管理员'],
  [{ shops: 2, shopsWithoutKeeper: 1 }, '还有 1 家超市没有管理员'],
  [{ moneyFen: 0 }, '没有到账资金'],
  [{ goodsOffered: 0, goodsThere: 0 }, '货架上没有货'],
  [{ goodsThere: 0 }, '货还没有进'],
  [{ villageCodePrinted: false }, '村口的码没打印'],
  [{ cardsPrinted: false }, '户码没打印'],
  [{ shopsWithoutCode: 1 }, '超市的码没打印'],
  [{ shops: 3, shopsWithoutCode: 2 }, '还有 2 家超市的码没打印'],
  [{ joined: 0 }, '还没有人加入'],
])('one thing that is missing is said, and nothing else: %p', (facts, sentence) => {
  expect(says(facts)).toEqual([sentence]);
});

test('all that a village can lack is found in some village', () => {
  const all = [justOpened, { ...ready, goodsThere: 0 }, { ...ready, shopsWithoutKeeper: 1 }];
  const shops = { ...ready, shopsWithoutCode: 1 };
  const things = [...all, shops].flatMap((facts) => missingIn(facts)).map(({ thing }) => thing);
  expect([...new Set(things)].sort()).toEqual([...missingThing.options].sort());
});

test('what cannot be done yet says what comes first', () => {
  const all = missingIn(justOpened);
  for (const thing of ['cadres', 'supervisors', 'panel', 'cards', 'joined'] as const) {
    expect([thing, nextInWords(thing, all)]).toEqual([thing, '先导入户册。']);
    expect(nextInWords(thing, missingIn({ ...justOpened, households: 1 }))).not.toBe(
      '先导入户册。',
    );
  }
  expect(nextInWords('goods', all)).toBe('先开超市。');
  expect(nextInWords('register', all)).toBe('把户册表格传上来,先看后导入。');
});

test('a new village is told in the order in which it is set up', () => {
  expect(missingIn(justOpened).map(({ thing }) => thing)).toEqual(
    missingThing.options.filter((thing) => !['keeper', 'stock', 'shop-code'].includes(thing)),
  );
});
