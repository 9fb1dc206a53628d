export type SealLeaf = { householdId: string; sequence: number; headHash: string };

/** `seals/{villageId}.{day}`: account heads of one day; immutable, chained to the one before. */
export type Seal = {
  villageId: string;
  day: string;
  /** Counts a village's seals from 1, so that none can go missing unseen. */
  number: number;
  root: string;
  leaves: SealLeaf[];
  sealedAtMs: number;
  /** Of the seal before; of none, sixty-four zeros. */
  previousHash: string;
  /** Over all of this but the leaves, which the root stands for. */
  hash: string;
};
