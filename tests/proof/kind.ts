import type { Document } from '../../local-cloud/engine';
import type { retentionDays } from '../../src/domain/people/retention';
import type { Model } from '../simulation/histories/model/state';
import type { FieldLines } from './card';
import type { May } from './may';

/** Whose a document is; `by` is the field that says so. */
export type Owner =
  | { whose: 'person' | 'household' | 'village' | 'shop'; by: string }
  /** There is one town: nothing needs to say which. */
  | { whose: 'town' }
  | { whose: 'nobody'; because: string };

/** Who may be shown what of a document by any action, however they ask. */
export type Readers = {
  /** Who may see all that an action shows, by role and by where they stand to the document. */
  may: May;
  /** Fields that others of its village may see besides what outsiders see. */
  insiders: FieldLines;
  /** Fields that anybody may see. `*` is all of them. */
  outsiders: FieldLines;
};

/** When words that somebody wrote are gone from one field. */
export type FreeText = {
  /** The entry of `retentionDays` after which the night erases them, or in words why they stay. */
  kept: keyof typeof retentionDays | { stays: string };
  /** Gone the night after whoever wrote it was erased, where it was written by these actions. */
  goesWithAuthorOf?: readonly string[];
  /** The name in them is gone the night after somebody was erased whom they name. */
  goesWithWhomItNames?: true;
  /** Why no text of the proof comes to stand here. */
  unreached?: string;
};

/** Loosely: what is in it is the other side's word, and is only compared. */
export type Plain = Document & Record<string, never>;

/** How the reference model of the simulation looks at one document. */
export type Compared = {
  /** What is compared of it, as stored. */
  stored(document: Plain): unknown;
  /** The model's word for it; undefined or false where there should be none. */
  model(model: Model, id: string): unknown;
  /** Ids of all that must be there, where the model keeps account of every one. */
  all?(model: Model): Iterable<string>;
};

/**
 * All that the proofs must be told of one collection. One file each, called as the collection is,
 * in `kinds/`; the index finds it. Written from the plan and the law, never copied from what is
 * stored or answered.
 */
export type Kind = {
  owner: Owner;
  readers: Readers;
  /** Every field with words that a person wrote; `matter.*` stands for all below. */
  freeText: Readonly<Record<string, FreeText>> | 'none';
  /** By the reference model, or in words which proof looks at it instead. */
  compared: Compared | { elsewhere: string };
};
