/** As much above what is reached as a budget may be, in hundredths. */
const roomPercent = 10;
const howToRaise = `the number in config/budgets.json: ${roomPercent} % above what is then reached`;

/**
 * Holds what was measured against a table of config/budgets.json.
 * @param unit of both, such as `bytes`
 * @param remedy what makes it less, as the beginning of a sentence
 * @returns a sentence for each budget that is passed, that is missing, or that measures nothing
 */
export function overBudget(
  measured: Readonly<Record<string, number>>,
  allowed: Readonly<Record<string, number>>,
  { unit, remedy }: { unit: string; remedy: string },
): string[] {
  const names = [...new Set([...Object.keys(allowed), ...Object.keys(measured)])].sort();
  return names.flatMap((name) => {
    const [value, limit] = [measured[name], allowed[name]];
    if (limit === undefined)
      return [`${name} measures ${value} ${unit} and has no budget: add ${howToRaise}.`];
    if (value === undefined)
      return [`${name} has a budget and is nothing that was measured: take it out.`];
    if (value <= limit) return [];
    return [
      `${name} measures ${value} ${unit} and may have ${limit}: ${remedy}, or, if it is worth it, raise ${howToRaise}.`,
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
): string[] {
  return Object.entries(measured).flatMap(([name, value]) => {
    const limit = allowed[name] ?? 0;
    const most = Math.ceil((value * (100 + roomPercent)) / 100);
    if (limit <= most) return [];
    return [
      `${name} measures ${value} ${unit} and may have ${limit}: write ${most} into config/budgets.json, so that what was won is kept.`,
    ];
  });
}
