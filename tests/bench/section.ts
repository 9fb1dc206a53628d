/** Whether an aim was reached; a figure without an aim is there to be known. */
export type BenchRow = {
  /** What was measured, in a few words; at what size, by which method. */
  what: string;
  value: number | string;
  /** Unit of the value, such as `requests`, `ms`, `KB`, `×`; empty where a word says it all. */
  unit: string;
  /** What the value was made of, such as the quartiles of both times of a ratio. */
  of?: string;
  /** The aim in words, such as `≤ 1.1`. */
  aim?: string;
  /** True where the aim was met; given whenever there is an aim. */
  met?: boolean;
};

export type BenchResult = {
  rows: BenchRow[];
  /** Everything that was measured, as it goes into the JSON beside the table. */
  raw: unknown;
  /** Plain sentences under the table: why an aim was missed, what a figure does not say. */
  notes?: string[];
};

export type BenchOptions = {
  seed: number;
  /** Entries of the longest book; sizes go up to it in steps of ten. */
  largest: number;
  /** Households of the one town; 3 000 is the whole town. */
  households: number;
  /** Entries of the one town. */
  entries: number;
  /** Fresh processes a first call is measured in. */
  processes: number;
};

/** One part of the table, measured on its own; `--only` picks them by name. */
export type BenchSection = {
  name: string;
  run: (options: BenchOptions) => Promise<BenchResult>;
};
