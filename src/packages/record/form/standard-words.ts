import type { Cap, PointItem } from '../../../contracts/scheme';
import { everyShare, unitsInWords } from '../../../domain/scheme/score';

const periodWords: Record<Cap['period'], string> = {
  month: '每月',
  quarter: '每季',
  year: '每年',
  once: '每户',
};

/** `每次 3 分`, `每半天 10 分,一回最多算 4 个半天`, `县级 15 分、盟市级 20 分`. */
export function standardInWords({ standard }: PointItem): string {
  if (standard.kind === 'fixed') return `每次 ${standard.points} 分`;
  if (standard.kind === 'per-unit') {
    const most = unitsInWords(standard.maximumUnits, standard);
    return `${everyShare(standard)} ${standard.points} 分,一回最多算 ${most}`;
  }
  return standard.levels.map(({ name, points }) => `${name} ${points} 分`).join('、');
}

/** `3 分`, or `15–50 分` where it depends: what stands beside an item's name. */
export function pointsRange({ standard }: PointItem): string {
  if (standard.kind === 'fixed') return `${standard.points} 分`;
  if (standard.kind === 'per-unit') {
    const { points, unit, step = '' } = standard;
    return `${points} 分/${step}${unit}`;
  }
  const points = standard.levels.map((level) => level.points);
  const least = Math.min(...points);
  const most = Math.max(...points);
  return least === most ? `${least} 分` : `${least}–${most} 分`;
}

/** `每季最多 12 分兑换分`; empty where only the household's general limit holds, or none. */
export function capsInWords({ caps, purse }: PointItem): string {
  if (purse === 'honour') return '';
  return caps
    .flatMap(({ period, points, times }) => [
      points === undefined ? [] : [`${periodWords[period]}最多 ${points} 分兑换分`],
      times === undefined ? [] : [`${periodWords[period]}最多 ${times} 次加兑换分`],
    ])
    .flat()
    .join(',');
}
