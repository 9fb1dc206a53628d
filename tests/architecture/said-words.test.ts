import * as z from 'zod/mini';
import { allContracts } from '../../src/contracts';

/** Free texts that WeChat is not asked about, and why. */
const notSaid: Readonly<Record<string, string>> = {
  'people.join.phoneToken': 'made by us',
  'exchange.open-pickup.code': 'made by us',
  'town.found-town.foundingSecret': 'a secret',
  'town.found-town.townName': 'by the town, not from a phone',
  'town.found-town.owner': 'by the town, not from a phone',
  'town.open-village.name': 'by the town, not from a phone',
  'town.open-shop.name': 'by the town, not from a phone',
  'town.open-shop.address': 'by the town, not from a phone',
  'town.open-shop.hours': 'by the town, not from a phone',
  'town.add-funds.note': 'by the town, not from a phone',
  'lists.publish-matter.matter': 'by the committee or the town, not from a phone',
};

type Schema = { type?: string; pattern?: string; maxLength?: number; enum?: unknown };
type Part = Schema & { properties?: Record<string, Part>; items?: Part; anyOf?: Part[] };

const isFreeText = ({ type, pattern, enum: values, maxLength }: Part) =>
  type === 'string' && values === undefined && pattern === undefined && maxLength !== undefined;

function holdsFreeText(part: Part): boolean {
  const inside = [
    ...Object.values(part.properties ?? {}),
    ...(part.items ? [part.items] : []),
    ...(part.anyOf ?? []),
  ];
  return isFreeText(part) || inside.some(holdsFreeText);
}

const commands = allContracts.filter(({ kind }) => kind !== 'query');

test('whatever a person writes freely is looked at, or it says why it is not', () => {
  const texts = commands.flatMap(({ functionName, action, input, said = [] }) => {
    const { properties = {} } = z.toJSONSchema(input, { io: 'input' }) as Part;
    const free = Object.keys(properties).filter((name) => holdsFreeText(properties[name] ?? {}));
    return free.filter((name) => !said.includes(name)).map((n) => `${functionName}.${action}.${n}`);
  });
  expect(texts.sort()).toEqual(Object.keys(notSaid).sort());
});

test('what is said is a field of the input, and only commands say anything', () => {
  const said = allContracts.filter((each) => each.said !== undefined);
  expect(said.length).toBeGreaterThan(5);
  for (const { kind, input, said: names = [] } of said) {
    expect(kind).toBe('command');
    const { properties = {} } = z.toJSONSchema(input, { io: 'input' }) as Part;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...names]));
  }
});
