import type { PointItem } from '../../contracts/scheme';
import { refuse } from '../kernel/refusal';
import type { Deed } from './types';

export type Score = {
  points: number;
  units: number | null;
  levelName: string | null;
  /** `无偿出工集体公益:每半天 10 分,2 个半天,共 20 分`. */
  text: string;
};

/** `2 个半天`; where the unit is itself a number of something, `2 次` of it. */
export function unitsInWords(units: number, unit: string): string {
  return /^\d/.test(unit) ? `${units} 次` : `${units} 个${unit}`;
}

/** The most one deed of an item can bring. */
export function mostPointsOfOneDeed({ standard }: PointItem): number {
  if (standard.kind === 'fixed') return standard.points;
  if (standard.kind === 'per-unit') return standard.points * standard.maximumUnits;
  return Math.max(...standard.levels.map((level) => level.points));
}

/**
 * The score follows from the standard alone: nobody types points (plan 三(一)1).
 * @throws Refusal `units-needed`, `level-needed`
 */
export function scoreDeed(item: PointItem, deed: Pick<Deed, 'units' | 'levelId'>): Score {
  const { standard, name } = item;
  if (standard.kind === 'fixed') {
    const { points } = standard;
    return { points, units: null, levelName: null, text: `${name}:每次 ${points} 分` };
  }
  if (standard.kind === 'per-unit') {
    const { unit, maximumUnits } = standard;
    const { units } = deed;
    if (units === undefined || units < 1 || units > maximumUnits) {
      refuse(
        'units-needed',
        `请填做了多少:每${unit}算一份,一回最多 ${unitsInWords(maximumUnits, unit)}。`,
        {
          maximumUnits,
        },
      );
    }
    const points = standard.points * units;
    const text = `${name}:每${unit} ${standard.points} 分,${unitsInWords(units, unit)},共 ${points} 分`;
    return { points, units, levelName: null, text };
  }
  const level = standard.levels.find((each) => each.id === deed.levelId);
  if (!level) {
    const names = standard.levels.map((each) => each.name).join('、');
    refuse('level-needed', `请选一个档次:${names}。`);
  }
  const text = `${name}:${level.name} ${level.points} 分`;
  return { points: level.points, units: null, levelName: level.name, text };
}
