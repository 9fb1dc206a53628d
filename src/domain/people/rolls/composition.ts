import type { RollCounts } from './types';

type Counts = Pick<RollCounts, 'people' | 'committee' | 'women'>;

/** How the villagers' representatives' assembly is made up, as the law has it once a term. */
export type Composition = {
  representatives: number;
  /** 村民代表 ≥ 4/5 of all who sit there, the committee included. */
  enoughRepresentatives: boolean;
  /** 妇女村民代表 ≥ 1/3 of all who sit there. */
  enoughWomen: boolean;
};

/**
 * 村组法 29 (25 before 2026): of its make-up, not of who comes; said where a roll is entered and
 * confirmed, and refused nowhere, because an election may have come out otherwise.
 */
export function compositionOf({ people, committee, women }: Counts): Composition {
  const representatives = people - committee;
  return {
    representatives,
    enoughRepresentatives: representatives * 5 >= people * 4,
    enoughWomen: women * 3 >= people,
  };
}

/** `村民代表 12 人,村委会 3 人,妇女代表 5 人。…`: how it is made up, and what it lacks. */
export function compositionInWords(counts: Counts): string {
  const { people, committee, women } = counts;
  const { representatives, enoughRepresentatives, enoughWomen } = compositionOf(counts);
  const share = enoughRepresentatives
    ? '村民代表够五分之四'
    : `村民代表不到五分之四,${people} 人里至少要 ${Math.ceil((people * 4) / 5)} 人`;
  const ofWomen = enoughWomen
    ? '妇女代表够三分之一'
    : `妇女代表不到三分之一,至少要 ${Math.ceil(people / 3)} 人`;
  const who = `村民代表 ${representatives} 人,村委会 ${committee} 人,妇女代表 ${women} 人`;
  return `${who}。${share};${ofWomen}。`;
}
