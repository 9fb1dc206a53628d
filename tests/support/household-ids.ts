import type { Engine } from '../../local-cloud/engine';

type Town = { engine: Pick<Engine, 'get'> };

/**
 * The id of a household by the name tests call it.
 * @param name village and number: `v01-13`
 */
export function householdId({ engine }: Town, name: string): string {
  const [, villageId, number] = /^(.+)-(\d+)$/.exec(name) ?? [];
  const taken = engine.get('household-numbers', `${villageId}.${number}`);
  if (!taken) throw new Error(`no household ${name}`);
  return String(taken.householdId);
}

/** The number of a household by its id. */
export function numberOf({ engine }: Town, id: string): number {
  return Number(engine.get('households', id)?.number);
}

/** The id of the nth person of a household's lines, from 1: the head. */
export function memberId(town: Town, name: string, nth = 1): string {
  const household = town.engine.get('households', householdId(town, name));
  const id = (household?.memberIds as string[] | undefined)?.[nth - 1];
  if (!id) throw new Error(`no member ${nth} in ${name}`);
  return id;
}

/** Whose phone it is that a person of this id holds. */
export function openidOf({ engine }: Town, personId: string): string {
  const place = engine.get('person-places', personId);
  return String(engine.get('persons', String(place?.lookUp))?.openid);
}

/** The id of a household that is written without a register: of its village and number. */
export function madeHouseholdId(villageId: string, number: number): string {
  const village = villageId.replace(/\D/g, '').padStart(20, '0');
  return `${village}${String(number).padStart(6, '0')}`;
}
