import type { Chance } from './random';

const surnames = [
  ...['张', '王', '李', '赵', '白', '包', '韩', '高', '孙', '周'],
  ...['吴', '郑', '陈', '杨', '刘', '马', '齐', '云', '何', '宝'],
] as const;
/** “样”“例”“试”… as the middle sign tells every reader that nobody is meant. */
const middles = ['样', '例', '试', '示', '演', '范'] as const;
const lasts = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'] as [string, ...string[]];

export type NameMaker = {
  surname: () => string;
  /** A name nobody else in the sample township bears. */
  nameFor: (surname: string) => string;
};

/** Made-up names, each used once in the township. */
export function createNames(chance: Chance): NameMaker {
  const used = new Set<string>();
  function nameFor(surname: string): string {
    const free = middles.flatMap((middle) => lasts.map((last) => `${surname}${middle}${last}`));
    const left = free.filter((name) => !used.has(name));
    const [first, ...others] = left;
    if (first === undefined) throw new Error(`no made-up name left for the surname ${surname}`);
    const name = chance.pick([first, ...others]);
    used.add(name);
    return name;
  }
  return { surname: () => chance.pick(surnames), nameFor };
}
