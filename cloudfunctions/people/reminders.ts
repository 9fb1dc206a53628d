import type { people } from '../../src/contracts';
import type { ValueOf } from '../../src/contracts/contract';
import { setUpNames, type Templates } from '../../src/domain/messages/templates';
import { ticketsLeft } from '../../src/domain/messages/tickets';
import type { Person } from '../../src/domain/people/types';

/** What somebody can be asked about, and how often they will still be told. */
export function remindersOf(
  person: Pick<Person, 'tickets'> | null,
  templates: Templates,
): ValueOf<typeof people.addTickets>['reminders'] {
  return setUpNames(templates).map((template) => ({
    template,
    templateId: templates[template]?.id ?? '',
    left: ticketsLeft(person ?? {}, template),
  }));
}
