/** The costs that fit a price: one spendable point is about one yuan of goods, within a tenth. */
export function costsThatFit(points: number): { leastFen: number; mostFen: number } {
  return { leastFen: points * 90, mostFen: points * 110 };
}

/** One rule for the catalogue's goods and for what a shop puts on its shelf. */
export function onePointIsAboutOneYuan(goods: { points: number; costFen: number }): boolean {
  const { costFen } = goods;
  const { leastFen, mostFen } = costsThatFit(goods.points);
  return Number.isSafeInteger(costFen) && costFen >= leastFen && costFen <= mostFen;
}
