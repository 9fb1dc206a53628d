import type { Engine } from '../../../local-cloud/engine';

/** The id of whoever has an openid; undefined where the town knows nobody by it. */
export function personIdAt(engine: Engine, openid: string): string | undefined {
  const person = engine.find('persons').find((each) => each.openid === openid);
  return person && String(person.personId);
}
