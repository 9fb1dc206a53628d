/** Who asks, how many seals after the deed, and what the forger has in hand. */
export type Setting = {
  as: 'household' | 'cadre' | 'supervisor';
  seals: 0 | 3;
  forger: 'database' | 'secret';
};

const printLeft = 'only the code printed before contradicts';

/** Why a kind cannot be found by what is stored, or null where it must be. */
export function beyondReach(kind: string, { forger }: Setting): string | null {
  if (kind === 'rewrite-unsealed') return 'no seal holds it yet, which takes a day at most';
  if (kind === 'turn-back-village') {
    return `all of the village as it once was, from a copy somebody kept: ${printLeft}`;
  }
  const isMadeAnew = kind === 'rewrite-books' || kind === 'cut-seals';
  if (!isMadeAnew || forger === 'database') return null;
  return `who knows the secret makes chain, seals and totals anew: ${printLeft}`;
}
