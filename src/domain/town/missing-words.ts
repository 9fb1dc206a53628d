import type { MissingThing } from '../../contracts/town';
import type { Missing } from './missing';

type Words = {
  /** What is missing. */
  says: (missing: Missing) => string;
  /** What to do about it. */
  next: string;
  /** What has to be there before: as long as it is missing too, that is what to do. */
  first?: 'register' | 'shop';
};

const people = (who: string) => ({
  says: ({ there, lacking }: Missing) =>
    there === 0 ? `没有${who}` : `${who}只有 ${there} 人,还差 ${lacking} 人`,
  first: 'register' as const,
});
const byOffice = '定下来的人,本人加入以后才算。';

const words: Record<MissingThing, Words> = {
  register: { says: () => '户册没导入', next: '把户册表格传上来,先看后导入。' },
  cadres: { ...people('村干部'), next: `一人记、另一人核对。${byOffice}` },
  supervisors: { ...people('监委会的人'), next: `联签、查账、答复要有他们。${byOffice}` },
  panel: { ...people('评议小组'), next: `每条记录要抽人评议。${byOffice}` },
  shop: { says: () => '没有超市', next: '积分要有地方换东西:开一家,或和邻村合开。' },
  keeper: {
    says: ({ there, lacking }) =>
      there === 0 ? '超市没有管理员' : `还有 ${lacking} 家超市没有管理员`,
    next: `交货、进货、盘点要有人管。${byOffice}`,
  },
  funds: { says: () => '没有到账资金', next: '钱到了账上,积分才能换东西。登记一笔。' },
  goods: { says: () => '货架上没有货', next: '先定有哪些货、各要多少分。', first: 'shop' },
  stock: { says: () => '货还没有进', next: '请超市管理员在“我的—进货与盘点”里记。' },
  'village-code': {
    says: () => '村口的码没打印',
    next: '印出来贴在村口和村委会,扫了就能加入。',
  },
  cards: {
    says: () => '户码没打印',
    next: '一户一张,没有手机的人家也能用。',
    first: 'register',
  },
  'shop-code': {
    says: ({ there, lacking }) =>
      there === 0 ? '超市的码没打印' : `还有 ${lacking} 家超市的码没打印`,
    next: '印出来贴在超市门口。',
  },
  joined: {
    says: () => '还没有人加入',
    next: '请大家扫村口的码,用登记的手机号加入。',
    first: 'register',
  },
};

const firstWords = { register: '先导入户册。', shop: '先开超市。' };

export const missingInWords = (missing: Missing) => words[missing.thing].says(missing);

/** What has to be there before it, and is not. @param all that the village lacks */
export function comesFirst(thing: MissingThing, all: readonly Missing[]): MissingThing | null {
  const first = words[thing].first;
  return first !== undefined && all.some((each) => each.thing === first) ? first : null;
}

/** What to do about it now. @param all that the village lacks */
export function nextInWords(thing: MissingThing, all: readonly Missing[]): string {
  const first = words[thing].first;
  const waits = first !== undefined && comesFirst(thing, all) === first;
  return waits ? firstWords[first] : words[thing].next;
}
