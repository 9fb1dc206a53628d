import { allContracts } from '../../src/contracts';
import { fieldsOf, holdsFreeText } from './input-parts';

/** What could be kept of them says who somebody is, or is told by the answer. */
const keepNothing: Readonly<Record<string, string>> = {
  'people.join': 'the log names neither village nor household of who joined',
  'people.erase-me': 'asks nothing',
  'people.ask-to-be-entered': 'the log names neither village nor household of who asked',
  'people.appeal-entry-refusal': 'asks nothing',
  'people.withdraw-entry-request': 'asks nothing',
  'people.accept-invitation': 'a code; the answer names the office',
  'exchange.open-pickup': 'a code; the answer names the order',
};

/** What must not stay for good: who somebody is, what a person wrote, what opens something. */
const neverLogged = ['name', 'pin', 'phoneToken', 'foundingSecret', 'code', 'location', 'photos'];

const commands = allContracts.filter(({ kind }) => kind === 'command' || kind === 'run');

test.each(commands.map((each) => [`${each.functionName}.${each.action}`, each] as const))(
  '%s: the log keeps ids, amounts, roles and prices, and no word of a person',
  (name, contract) => {
    const { logged = [] } = contract;
    const fields = fieldsOf(contract);
    expect(logged.filter((field) => neverLogged.includes(field))).toEqual([]);
    for (const field of logged) {
      expect([field, holdsFreeText(fields[field] ?? { type: 'string' })]).toEqual([field, false]);
    }
    expect(logged.length === 0).toBe(name in keepNothing);
  },
);
