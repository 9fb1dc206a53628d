import { at, floorHas, floorLacks } from './floor';

const tables = at('javascript', 'builtins') ?? {};
const names = Object.keys(tables).filter((name) => name !== '__compat');

/** Iterators come from every `values()`; other classes are used where their name is. */
const reachable = names.filter(
  (name) => name === 'Iterator' || !floorLacks('javascript', 'builtins', name),
);

type Method = { method: string; had: boolean };

/** The methods of its instances, by where ECMAScript defines them. */
function methodsOf(name: string): Method[] {
  return Object.keys(tables[name] ?? {}).flatMap((method) => {
    const known = at('javascript', 'builtins', name, method)?.__compat;
    const isMethod = [known?.spec_url].flat().some((url) => url?.includes('.prototype.'));
    return known !== undefined && isMethod ? [{ method, had: floorHas(known) }] : [];
  });
}

function lackingMethods(): ReadonlySet<string> {
  const all = reachable.flatMap(methodsOf);
  const known = new Set(all.flatMap(({ method, had }) => (had ? [method] : [])));
  return new Set(all.flatMap(({ method }) => (known.has(method) ? [] : [method])));
}

/** `globalThis`, `WeakRef`: what the floor has no such global of. */
export const lackingGlobals: ReadonlySet<string> = new Set(
  names.filter((name) => floorLacks('javascript', 'builtins', name)),
);

/** `at`, `replaceAll`: what nothing that the floor has can answer to, whatever it is called on. */
export const lackingMethodNames = lackingMethods();

/** `Object.fromEntries`: what a global that the floor has lacks. */
export function isLackingStatic(object: string, property: string): boolean {
  return names.includes(object) && floorLacks('javascript', 'builtins', object, property);
}
