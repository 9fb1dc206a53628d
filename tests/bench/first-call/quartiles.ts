/** A distribution in three numbers, in the unit of its values. */
export type Quartiles = { lower: number; median: number; upper: number };

/** By linear interpolation between ranks. @throws RangeError for an empty list */
export function quartilesOf(values: readonly number[]): Quartiles {
  if (values.length === 0) throw new RangeError('no values to take quartiles of');
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number) => {
    const rank = share * (sorted.length - 1);
    const below = sorted[Math.floor(rank)] as number;
    const above = sorted[Math.ceil(rank)] as number;
    return below + (above - below) * (rank - Math.floor(rank));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

/** As a table shows it: the median, and the quartiles around it. */
export function inWords({ lower, median, upper }: Quartiles, digits = 1): string {
  return `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)})`;
}
