import * as z from 'zod/mini';
import { allContracts } from '../../src/contracts';

/** What could be kept of them says who somebody is, or is told by the answer. */
const keepNothing: Readonly<Record<string, string>> = {
  'people.join': 'the log names neither village nor household of who joined',
  'people.erase-me': 'asks nothing',
  'exchange.open-pickup': 'a code; the answer names the order',
};

/** What must not stay for good: who somebody is, what a person wrote, what opens something. */
const neverLogged = ['name', 'phoneToken', 'foundingSecret', 'code', 'location', 'photos'];

type Part = {
  type?: string;
  pattern?: string;
  enum?: unknown;
  properties?: Record<string, Part>;
  items?: Part;
};

function isSafe({ type, pattern, enum: values, properties, items }: Part): boolean {
  if (items) return isSafe(items);
  if (properties) return Object.values(properties).every(isSafe);
  return type !== 'string' || pattern !== undefined || values !== undefined;
}

const commands = allContracts.filter(({ kind }) => kind === 'command' || kind === 'run');

test.each(commands.map((each) => [`${each.functionName}.${each.action}`, each] as const))(
  '%s: the log keeps ids, amounts, roles and prices, and no word of a person',
  (name, { input, logged = [] }) => {
    const { properties = {} } = z.toJSONSchema(input, { io: 'input' }) as Part;
    expect(logged.filter((field) => neverLogged.includes(field))).toEqual([]);
    for (const field of logged) expect(isSafe(properties[field] ?? { type: 'string' })).toBe(true);
    expect(logged.length === 0).toBe(name in keepNothing);
  },
);
