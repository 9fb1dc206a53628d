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

export type Missing = {
  thing: MissingThing;
  /** What is missing. */
  says: string;
  /** What to do about it, or what has to come first. */
  next: string;
};

type Row = {
  thing: MissingThing;
  /** The sentence where it is missing, null where it is not. */
  missing: (facts: VillageFacts) => string | null;
  next: string;
  /** What has to be there before: as long as it is missing too, that is what to do. */
  first?: MissingThing;
};

const when = (isMissing: boolean, says: string) => (isMissing ? says : null);

/** One records, another checks: nobody checks their own. */
const cadresNeeded = 2;

function tooFew(there: number, needed: number, who: string): string | null {
  if (there >= needed) return null;
  return there === 0 ? `没有${who}` : `${who}只有 ${there} 人,还差 ${needed - there} 人`;
}

const byOffice = '当选、推选出来的人,加入本村以后才算。';

/** In the order in which a village is set up. */
const rows: readonly Row[] = [
  {
    thing: 'register',
    missing: ({ households }) => when(households === 0, '户册没导入'),
    next: '把户册表格传上来,先看后导入。',
  },
  {
    thing: 'cadres',
    missing: ({ cadres }) => tooFew(cadres, cadresNeeded, '村干部'),
    next: `一人记、另一人核对。${byOffice}`,
    first: 'register',
  },
  {
    thing: 'supervisors',
    missing: ({ supervisors }) => when(supervisors === 0, '没有监委会的人'),
    next: `联签、查账、答复要有他们。${byOffice}`,
    first: 'register',
  },
  {
    thing: 'panel',
    missing: ({ panel }) => tooFew(panel, panelSize, '评议小组'),
    next: `一条记录抽 ${panelSize} 个人评议。${byOffice}`,
    first: 'register',
  },
  {
    thing: 'shop',
    missing: ({ shops }) => when(shops === 0, '没有超市'),
    next: '积分要有地方换东西:开一家,或和邻村合开。',
  },
  {
    thing: 'keeper',
    missing: ({ shopsWithoutKeeper }) => when(shopsWithoutKeeper > 0, '超市没有管理员'),
    next: '交货、进货、盘点要有人管。',
  },
  {
    thing: 'funds',
    missing: ({ moneyFen }) => when(moneyFen <= 0, '没有到账资金'),
    next: '钱到了账上,积分才能换东西。登记一笔。',
  },
  {
    thing: 'goods',
    missing: ({ goodsOffered }) => when(goodsOffered === 0, '货架上没有货'),
    next: '先定有哪些货、各要多少分。',
    first: 'shop',
  },
  {
    thing: 'stock',
    missing: ({ goodsOffered, goodsThere }) =>
      when(goodsOffered > 0 && goodsThere === 0, '货还没有进'),
    next: '请超市管理员在“我的—进货与盘点”里记。',
  },
  {
    thing: 'village-code',
    missing: ({ villageCodePrinted }) => when(!villageCodePrinted, '村口的码没打印'),
    next: '印出来贴在村口和村委会,扫了就能加入。',
  },
  {
    thing: 'cards',
    missing: ({ cardsPrinted }) => when(!cardsPrinted, '户码没打印'),
    next: '一户一张,没有手机的人家也能用。',
    first: 'register',
  },
  {
    thing: 'shop-code',
    missing: ({ shopsWithoutCode }) => when(shopsWithoutCode > 0, '超市的码没打印'),
    next: '印出来贴在超市门口。',
  },
  {
    thing: 'joined',
    missing: ({ joined }) => when(joined === 0, '还没有人加入'),
    next: '请大家扫村口的码,用登记的手机号加入。',
    first: 'register',
  },
];

const firstWords: Partial<Record<MissingThing, string>> = {
  register: '先导入户册。',
  shop: '先开超市。',
};

/** 每个村还差什么: all that a village still lacks, in the order in which it is set up. */
export function missingIn(facts: VillageFacts): Missing[] {
  const lacks = rows.flatMap((row) => {
    const says = row.missing(facts);
    return says === null ? [] : [{ ...row, says }];
  });
  const isMissing = (thing: MissingThing) => lacks.some((row) => row.thing === thing);
  return lacks.map(({ thing, says, next, first }) => {
    const waits = first !== undefined && isMissing(first) ? firstWords[first] : undefined;
    return { thing, says, next: waits ?? next };
  });
}
