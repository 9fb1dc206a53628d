import { people } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { refuse } from '../../../src/domain/kernel/refusal';
import { setUpNames } from '../../../src/domain/messages/templates';
import { decideAddTickets } from '../../../src/domain/messages/tickets';
import { defineCommand } from '../../runtime/define-action';
import { savePerson } from '../../runtime/persons';
import { remindersOf } from '../reminders';

/**
 * Also for whoever waits to be let in. WeChat counts the tickets itself: who says more than is true
 * gains nothing, for a message without one is turned away.
 */
export const addTickets = defineCommand({
  contract: people.addTickets,
  allow: [{ who: 'wechat-user' }],
  leavesNothing: ['join-first', 'no-reminder-added'],
  run: async ({ input, caller: { person }, tx, templates }) => {
    if (!person) refuse('join-first', commonRefusals['join-first']);
    const told = decideAddTickets(person, input.accepted, setUpNames(templates));
    savePerson(tx, told);
    return { reminders: remindersOf(told, templates) };
  },
});
