import { town as contracts, jobs } from '../../../src/contracts';
import { backingOf, type Shelf } from '../../../src/domain/ledger/backing';
import { backingInWords } from '../../../src/domain/ledger/backing-words';
import type { Account } from '../../../src/domain/ledger/ledger';
import type { Household, Person, Town, Village } from '../../../src/domain/people/types';
import { byVillageId } from '../../../src/domain/people/village-order';
import { alarmInWords } from '../../../src/domain/seals/alarm-words';
import { mustBeFounded } from '../../../src/domain/town/found';
import { emptyFund } from '../../../src/domain/town/funds';
import { jobStates } from '../../../src/domain/town/job-schedule';
import type { Fund, Shop } from '../../../src/domain/town/types';
import { readShelves } from '../../jobs/load-backing';
import { readJobRuns } from '../../jobs/read-job-runs';
import { readOpenAlarm } from '../../points/load-alarm';
import { defineQuery, type QueryContext } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';

type Reading = Pick<QueryContext<unknown>, 'read' | 'caller'>;
type Money = { funds: readonly Fund[]; shelves: readonly Shelf[] };

async function readVillage(village: Village, money: Money, { read, caller }: Reading) {
  const { villageId, name } = village;
  const where = { villageId };
  const [households, persons, accounts, alarm] = await Promise.all([
    readAll<Household>(read, 'households', where, 'number'),
    readAll<Person>(read, 'persons', where, 'personId'),
    readAll<Account>(read, 'accounts', where, 'householdId'),
    readOpenAlarm(read, villageId, caller),
  ]);
  const fund = money.funds.find((each) => each.villageId === villageId) ?? emptyFund(villageId);
  return {
    villageId,
    name,
    households: households.length,
    members: households.reduce((sum, each) => sum + each.memberIds.length, 0),
    joined: persons.length,
    hasShop: money.shelves.some((shelf) => shelf.villageIds.includes(villageId)),
    fundsFen: fund.balanceFen,
    backing: backingInWords(backingOf(fund, money.shelves)),
    spendableOutstanding: accounts.reduce((sum, each) => sum + each.spendable + each.held, 0),
    alarm: alarm && { ...alarm, says: alarmInWords(alarm) },
  };
}

const titleOf = new Map(Object.values(jobs).map(({ action, title }) => [action, title]));

export const readOverview = defineQuery({
  contract: contracts.readOverview,
  allow: [{ who: 'town-admin' }],
  run: async ({ read, caller, nowMs }) => {
    const where = { townId: 'town' };
    const [town, villages, shops, funds, runs] = await Promise.all([
      read.get<Town>('towns', 'town'),
      readAll<Village>(read, 'villages', where, 'villageId'),
      readAll<Shop>(read, 'shops', where, 'shopId'),
      readAll<Fund>(read, 'funds', where, 'villageId'),
      readJobRuns(read),
    ]);
    mustBeFounded(town);
    const money = { funds, shelves: await readShelves(read, shops) };
    const lines = await Promise.all(
      villages.sort(byVillageId).map((each) => readVillage(each, money, { read, caller })),
    );
    const states = jobStates(runs, town.foundedAtMs, nowMs).map((state) => {
      return { ...state, title: titleOf.get(state.job) ?? state.job };
    });
    return { townName: town.name, villages: lines, jobs: states };
  },
});
