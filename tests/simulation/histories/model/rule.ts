import type { Document } from '../../../../local-cloud/engine';
import { dayOf } from './days';
import type { Model, ModelPerson, ModelProxy } from './state';

/** A command as it came to its commit. */
export type Call = {
  personId: string;
  /** Where they lie, or would. */
  lookUp: string;
  /** Null for somebody who has not joined. */
  person: ModelPerson | null;
  /** Whom they act for: then `person` lives there and holds nothing. */
  proxy?: ModelProxy;
  commandId: string;
  /** The server's clock when the action began. */
  atMs: number;
};

/** What one commit wrote: the document, null where it was removed, undefined where untouched. */
export type Written = {
  (collection: string, id: string): Document | null | undefined;
  /** Whatever it wrote there: what is new has an id by chance. */
  all(collection: string): readonly Document[];
};

export type Verdict = {
  /** Why it must be refused, in any order; none where it must be done. */
  refusals: string[];
  /** Why it may be refused besides: what the model does not follow closely enough to tell. */
  perhaps?: string[];
  /** Whether what chance decided, as it was written, is what it could decide. */
  fits?(written: Written): boolean;
  /** Done: changes the model. What chance decided is taken from what was written. */
  effect?(written: Written): string[] | undefined;
  /**
   * What is answered once the effect is there: each field that the model knows. Without it nothing
   * may be done.
   */
  value?(written: Written): Record<string, unknown>;
  /** What stays although it is refused. */
  anyway?(): void;
};

export type Rule<Input> = {
  /** Who may try at all. */
  may(model: Model, input: Input, person: ModelPerson | null): boolean;
  decide(model: Model, input: Input, call: Call): Verdict;
};

/** A rule whose input is taken as its action's contract has let it through. */
export type AnyRule = Rule<never>;

export function has(person: ModelPerson | null, role: string, place?: string): boolean {
  return (person?.roles ?? []).some((held) =>
    place === undefined ? held.startsWith(`${role}@`) : held === `${role}@${place}`,
  );
}

/** Somebody with what gives them a right today: an invitation's ends with its term. */
export function inTerm(person: ModelPerson | null, atMs: number): ModelPerson | null {
  if (!person || person.terms.length === 0) return person;
  const over = person.terms.flatMap((term) => {
    const [role = '', untilDay = ''] = term.split(' ');
    return untilDay <= dayOf(atMs) ? [role] : [];
  });
  return { ...person, roles: person.roles.filter((role) => !over.includes(role)) };
}

/** A list of codes: those whose condition holds. */
export function when(conditions: Record<string, boolean>): string[] {
  return Object.keys(conditions).filter((code) => conditions[code]);
}

/** The id of what nobody gave one: one more than the highest that was counted so. */
export function countedOn(letter: string, taken: Iterable<string>): string {
  let number = 1;
  for (const id of taken) {
    const counted = id.startsWith(letter) ? Number(id.slice(1)) : 0;
    if (counted >= number) number = counted + 1;
  }
  return `${letter}${number < 10 ? '0' : ''}${number}`;
}
