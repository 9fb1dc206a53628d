/** As much above what is reached as a budget may be, in hundredths. */
const roomPercent = 10;
const usualPlace = 'config/budgets.json';
const howToRaise = (place: string) =>
  `the number in ${place}: ${roomPercent} % above what is then reached`;

/**
 * Holds what was measured against a table of budgets.
 * @param unit of both, such as `bytes`
 * @param place where the budget is written
 * @param remedy what makes it less, as the beginning of a sentence
 * @returns a sentence for each budget that is passed, that is missing, or that measures nothing
 */
export function overBudget(
  measured: Readonly<Record<string, number>>,
  allowed: Readonly<Record<string, number>>,
  { unit, remedy, place = usualPlace }: { unit: string; remedy: string; place?: string },
): string[] {
  const names = [...new Set([...Object.keys(allowed), ...Object.keys(measured)])].sort();
  return names.flatMap((name) => {
    const [value, limit] = [measured[name], allowed[name]];
    if (limit === undefined)
      return [`${name} measures ${value} ${unit} and has no budget: add ${howToRaise(place)}.`];
    if (value === undefined)
      return [`${name} has a budget and is nothing that was measured: take it out.`];
    if (value <= limit) return [];
    return [
      `${name} measures ${value} ${unit} and may have ${limit}: ${remedy}, or, if it is worth it, raise ${howToRaise(place)}.`,
    ];
  });
}

/**
 * The other way round: a budget far above what is reached would let the next mistake through.
 * @returns a sentence for each budget of whole numbers that is more than 10 % above, rounded up
 */
export function looseBudgets(
  measured: Readonly<Record<string, number>>,
  allowed: Readonly<Record<string, number>>,
  unit: string,
  place = usualPlace,
): string[] {
  return Object.entries(measured).flatMap(([name, value]) => {
    const limit = allowed[name] ?? 0;
    const most = Math.ceil((value * (100 + roomPercent)) / 100);
    if (limit <= most) return [];
    return [
      `${name} measures ${value} ${unit} and may have ${limit}: write ${most} into ${place}, so that what was won is kept.`,
    ];
  });
}
