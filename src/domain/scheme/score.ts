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

export type PerUnit = Extract<PointItem['standard'], { kind: 'per-unit' }>;
type Counted = Pick<PerUnit, 'unit' | 'step'>;

/** `每半天`, `每 2 小时`: what brings one share. */
export function everyShare({ unit, step }: Counted): string {
  return step === undefined ? `每${unit}` : `每 ${step} ${unit}`;
}

/** So many shares in what people count: `2 个半天`, `4 小时`. */
export function unitsInWords(units: number, { unit, step }: Counted): string {
  return step === undefined ? `${units} 个${unit}` : `${units * step} ${unit}`;
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
    const { maximumUnits } = standard;
    const { units } = deed;
    if (units === undefined || units < 1 || units > maximumUnits) {
      refuse(
        'units-needed',
        `请填做了多少:${everyShare(standard)}算一份,一回最多 ${unitsInWords(maximumUnits, standard)}。`,
        {
          maximumUnits,
        },
      );
    }
    const points = standard.points * units;
    const rule = `${everyShare(standard)} ${standard.points} 分`;
    const text = `${name}:${rule},${unitsInWords(units, standard)},共 ${points} 分`;
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
