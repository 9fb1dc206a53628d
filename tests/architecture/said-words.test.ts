import { allContracts } from '../../src/contracts';
import { notWritten } from '../proof/words';
import { fieldsOf, holdsFreeText } from './input-parts';

/** Free texts that WeChat is not asked about, and why. */
const notSaid: Readonly<Record<string, string>> = {
  ...notWritten,
  'town.found-town.townName': 'by the town, not from a phone',
  'town.found-town.owner': 'by the town, not from a phone',
  'town.open-village.name': 'by the town, not from a phone',
  'town.open-shop.name': 'by the town, not from a phone',
  'town.open-shop.address': 'by the town, not from a phone',
  'town.open-shop.hours': 'by the town, not from a phone',
  'town.add-funds.note': 'by the town, not from a phone',
  'lists.publish-matter.matter': 'by the committee or the town, not from a phone',
};

const commands = allContracts.filter(({ kind }) => kind !== 'query');

test('whatever a person writes freely is looked at, or it says why it is not', () => {
  const texts = commands.flatMap((contract) => {
    const { functionName, action, said = [] } = contract;
    const fields = Object.entries(fieldsOf(contract));
    const free = fields.filter(([, part]) => holdsFreeText(part)).map(([name]) => name);
    return free.filter((name) => !said.includes(name)).map((n) => `${functionName}.${action}.${n}`);
  });
  expect(texts.sort()).toEqual(Object.keys(notSaid).sort());
});

test('what is said is a field of the input, and only what writes says anything', () => {
  const said = allContracts.filter((each) => each.said !== undefined);
  expect(said.length).toBeGreaterThan(5);
  for (const contract of said) {
    expect(['command', 'run']).toContain(contract.kind);
    const names = Object.keys(fieldsOf(contract));
    expect(names).toEqual(expect.arrayContaining([...(contract.said ?? [])]));
  }
});
