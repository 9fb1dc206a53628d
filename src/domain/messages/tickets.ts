import { mostTickets } from '../../contracts/limits';
import { refuse } from '../kernel/refusal';
import type { Person } from '../people/types';
import type { TemplateName } from './types';

type Holder = Pick<Person, 'tickets'>;

/** How often somebody can still be told something by a template. */
export function ticketsLeft({ tickets = [] }: Holder, template: TemplateName): number {
  return tickets.find((each) => each.template === template)?.left ?? 0;
}

/** With so many left of a template; none left is no line. */
export function withTickets<P extends Holder>(person: P, template: TemplateName, left: number): P {
  const others = (person.tickets ?? []).filter((each) => each.template !== template);
  return { ...person, tickets: left > 0 ? [...others, { template, left }] : others };
}

/** One less: it was used. */
export function withoutTicket<P extends Holder>(person: P, template: TemplateName): P {
  return withTickets(person, template, ticketsLeft(person, template) - 1);
}

/** One more, as far as that many are kept. */
export function withTicket<P extends Holder>(person: P, template: TemplateName): P {
  return withTickets(person, template, Math.min(ticketsLeft(person, template) + 1, mostTickets));
}

/**
 * One more of each template that somebody let through.
 * @param setUp the templates that there are
 * @throws Refusal `no-reminder-added`
 */
export function decideAddTickets<P extends Holder>(
  person: P,
  accepted: readonly TemplateName[],
  setUp: readonly TemplateName[],
): P {
  const added = [...new Set(accepted)].filter(
    (name) => setUp.includes(name) && ticketsLeft(person, name) < mostTickets,
  );
  if (added.length === 0) {
    refuse('no-reminder-added', `提醒没有加上:每样最多存 ${mostTickets} 次,用掉了再加。`);
  }
  return added.reduce(withTicket, person);
}
