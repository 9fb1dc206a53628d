import type { MissingThing } from '../../contracts/town';
import { panelSize } from '../records/panel';

/** What is known of a village that is being set up. Offices are counted by who holds them now. */
export type VillageFacts = {
  households: number;
  /** Who has joined with their phone. */
  joined: number;
  cadres: number;
  supervisors: number;
  panel: number;
  shops: number;
  /** Shops that nobody looks after. */
  shopsWithoutKeeper: number;
  /** All the money that was ever booked, whether it is there or went into goods. */
  moneyFen: number;
  /** Kinds that stand on its shelves' lists, and those of them of which something is there. */
  goodsOffered: number;
  goodsThere: number;
  cardsPrinted: boolean;
  villageCodePrinted: boolean;
  /** Shops whose code was never printed. */
  shopsWithoutCode: number;
};

/** One thing that is missing: how many are there, and how many more it takes. */
export type Missing = { thing: MissingThing; there: number; lacking: number };

/** One records, another checks: nobody checks their own. */
const cadresNeeded = 2;

type Count = readonly [there: number, needed: number];

const done = (isDone: boolean): Count => [isDone ? 1 : 0, 1];

/** In the order in which a village is set up. */
const counts: Record<MissingThing, (facts: VillageFacts) => Count> = {
  register: ({ households }) => [households, 1],
  cadres: ({ cadres }) => [cadres, cadresNeeded],
  supervisors: ({ supervisors }) => [supervisors, 1],
  panel: ({ panel }) => [panel, panelSize],
  shop: ({ shops }) => [shops, 1],
  keeper: ({ shops, shopsWithoutKeeper }) => [shops - shopsWithoutKeeper, shops],
  funds: ({ moneyFen }) => done(moneyFen > 0),
  goods: ({ goodsOffered }) => [goodsOffered, 1],
  // Of what is not even on the list nothing can be brought in.
  stock: ({ goodsOffered, goodsThere }) => done(goodsOffered === 0 || goodsThere > 0),
  'village-code': ({ villageCodePrinted }) => done(villageCodePrinted),
  cards: ({ cardsPrinted }) => done(cardsPrinted),
  'shop-code': ({ shops, shopsWithoutCode }) => [shops - shopsWithoutCode, shops],
  joined: ({ joined }) => [joined, 1],
};

/** 每个村还差什么: all that a village still lacks, in the order in which it is set up. */
export function missingIn(facts: VillageFacts): Missing[] {
  const things = Object.keys(counts) as MissingThing[];
  return things
    .map((thing) => {
      const [there, needed] = counts[thing](facts);
      return { thing, there, lacking: needed - there };
    })
    .filter(({ lacking }) => lacking > 0);
}
