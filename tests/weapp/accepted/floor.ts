import compat, { type CompatStatement, type Identifier } from '@mdn/browser-compat-data';
import { readFloor } from '../../../config/taro/floor';

/** What MDN's tables call the browsers of the floor. */
const mdnNames: Record<string, 'chrome' | 'safari_ios'> = {
  chrome: 'chrome',
  ios_saf: 'safari_ios',
};

const floor = Object.entries(readFloor()).map(([name, version]) => {
  const browser = mdnNames[name];
  if (browser === undefined) throw new Error(`MDN's tables have no browser ${name} here`);
  return { browser, version };
});

/** A part of MDN's tables: `at('javascript', 'builtins', 'Array')`. */
export function at(...names: string[]): Identifier | undefined {
  return names.reduce<Identifier | undefined>(
    (found, name) =>
      found !== undefined && Object.hasOwn(found, name) ? (found[name] as Identifier) : undefined,
    compat as unknown as Identifier,
  );
}

const isWithin = (since: string, version: string): boolean =>
  since.replace('≤', '').localeCompare(version, 'en', { numeric: true }) <= 0;

/** True when every engine of the floor has it, by its own name or with the prefix given. */
export function floorHas({ support }: CompatStatement, prefix?: string): boolean {
  return floor.every(({ browser, version }) =>
    [support[browser] ?? []].flat().some((statement) => {
      const { version_added: since, version_removed: until } = statement;
      const isPlain = statement.flags === undefined && statement.alternative_name === undefined;
      const isNamedSo = statement.prefix === undefined || statement.prefix === prefix;
      const isGone = typeof until === 'string' && isWithin(until, version);
      return (
        isPlain && isNamedSo && !isGone && typeof since === 'string' && isWithin(since, version)
      );
    }),
  );
}

/** What MDN's tables know by this name and the floor lacks. */
export function floorLacks(...names: string[]): boolean {
  const known = at(...names)?.__compat;
  return known !== undefined && !floorHas(known);
}

/** The newest year of ECMAScript whose syntax, by these signs of each year, the floor has whole. */
export function floorSyntaxYear(): 2018 | 2019 | 2020 | 2021 | 2022 {
  const signs = [
    [2019, ['statements', 'try_catch', 'optional_catch_binding']],
    [2020, ['operators', 'optional_chaining'], ['operators', 'nullish_coalescing']],
    [2021, ['operators', 'logical_or_assignment'], ['grammar', 'numeric_separators']],
    [2022, ['classes', 'public_class_fields'], ['classes', 'private_class_methods']],
  ] as const;
  const reached = signs.findIndex(([, ...paths]) =>
    paths.some((names) => floorLacks('javascript', ...names)),
  );
  const last = signs[(reached === -1 ? signs.length : reached) - 1];
  return last === undefined ? 2018 : last[0];
}
