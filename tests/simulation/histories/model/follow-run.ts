import type { CommitView } from './job-rule';
import { accountFrom, householdFrom, type Model, memberFrom, personFrom } from './state';

/** What a register or a new village brings is taken as it was written. */
export function followRun(model: Model, commit: CommitView): string[] {
  for (const { _id, householdId } of commit.documents('household-numbers')) {
    if (model.numbers.has(_id)) return [`the number ${_id} was given to another household`];
    model.numbers.set(_id, String(householdId));
  }
  for (const stored of commit.documents('households')) {
    model.households.set(stored._id, householdFrom(stored as never));
  }
  for (const stored of commit.documents('members')) {
    model.members.set(stored._id, memberFrom(stored as never));
  }
  for (const stored of commit.documents('persons')) {
    const person = personFrom(stored as never);
    model.persons.set(person.personId, person);
  }
  for (const stored of commit.documents('accounts')) {
    const account = accountFrom(stored as never);
    if (model.accounts.has(stored._id) || account.honour !== 100 || account.lots.size > 0) {
      return [`account ${stored._id} was opened with something in it, or twice`];
    }
    model.accounts.set(stored._id, account);
  }
  for (const { _id } of commit.documents('funds')) model.funds.set(_id, { balance: 0, spent: 0 });
  const villages = commit.documents('villages') as unknown as {
    villageId: string;
    name: string;
    openedBy: string;
  }[];
  for (const { villageId, name, openedBy } of villages) {
    model.villages.set(villageId, { name, openedBy, wallVersion: 1 });
  }
  return [];
}
