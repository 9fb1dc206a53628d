import type { Document } from '../../../../local-cloud/engine';
import type { Written } from './rule';
import type { Model } from './state';

/** Lists of a commit's documents by collection, removed ones apart. */
export type CommitView = {
  written: Written;
  documents(collection: string): (Document & Record<string, never>)[];
  removed(collection: string): string[];
  collections: ReadonlySet<string>;
};

/** What a run of a job has done so far, and what backing it can have seen meanwhile. */
export type RunView = {
  posted: Map<string, number>;
  most: Map<string, number>;
  least: Map<string, number>;
  /** Records that waited for money when it began. */
  waitedBefore: ReadonlySet<string>;
  /** Records that got their spendable points, or were left waiting for them. */
  given: Set<string>;
  left: Set<string>;
};

/** The town when nothing but one job has run for a while. */
export type AtRest = {
  model: Model;
  find(collection: string): readonly (Document & Record<string, unknown>)[];
  /** When that job began. */
  atMs: number;
};

/** What the simulation knows of a job: nobody asks for it, so its commits are followed. */
export type JobRule = {
  /** The collections it writes to. */
  writes: readonly string[];
  /** What one of its commits did to the model: to each household as of its entries. */
  follow?(model: Model, run: RunView, commit: CommitView, atMs: number): string[];
  /** What it left undone although it was its to do. */
  leaves(town: AtRest): string[];
};
