/**
 * What is not a village's to take or to score, and how a rule says it. All of its patterns read
 * the folded text, from which what is forbidden to do has been taken out (`withoutDenied`).
 */
export type Measure = {
  topic: string;
  /** Any of them is enough. */
  says: readonly RegExp[];
  /** What makes a neighbour of it lawful. */
  unless?: readonly RegExp[];
  /** Why, in a sentence a villager understands. */
  because: string;
  /** The law or clause it rests on. */
  basis: string;
  /** The lawful way to put it. */
  instead: string;
};

export type Verdict =
  | { lawful: true; because: string }
  | { lawful: false; topic: string; because: string; basis: string; instead: string };
