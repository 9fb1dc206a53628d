import { town as contracts, jobs } from '../../../src/contracts';
import { backingOf } from '../../../src/domain/ledger/backing';
import { backingInWords } from '../../../src/domain/ledger/backing-words';
import type { Account } from '../../../src/domain/ledger/ledger';
import { living } from '../../../src/domain/people/ended-household';
import type { Household, Person, Town, Village } from '../../../src/domain/people/types';
import { byVillageId } from '../../../src/domain/people/village-order';
import { alarmInWords } from '../../../src/domain/seals/alarm-words';
import { mustBeFounded } from '../../../src/domain/town/found';
import { emptyFund } from '../../../src/domain/town/funds';
import { jobStates } from '../../../src/domain/town/job-schedule';
import { missingIn } from '../../../src/domain/town/missing';
import type { Fund, Shop } from '../../../src/domain/town/types';
import { readShelves } from '../../jobs/load-backing';
import { readJobRuns } from '../../jobs/read-job-runs';
import { readOpenAlarm } from '../../points/load-alarm';
import { defineQuery, type QueryContext } from '../../runtime/define-action';
import { seatsThatRead } from '../../runtime/seats';
import { readAll } from '../../runtime/store/read-all';
import { cardsArePrinted, factsOf, readSetUp, type SetUp } from '../read-set-up';

type Reading = Pick<QueryContext<unknown>, 'read' | 'caller'>;
type Known = SetUp & { funds: readonly Fund[] };

async function readVillage(village: Village, known: Known, { read, caller }: Reading) {
  const { villageId, name } = village;
  const where = { villageId };
  const [all, persons, accounts, alarm, cardsPrinted] = await Promise.all([
    readAll<Household>(read, 'households', where, 'number'),
    readAll<Person>(read, 'persons', where, 'personId'),
    readAll<Account>(read, 'accounts', where, 'householdId'),
    readOpenAlarm(read, villageId, caller),
    cardsArePrinted(read, villageId),
  ]);
  const households = living(all);
  const fund = known.funds.find((each) => each.villageId === villageId) ?? emptyFund(villageId);
  const counted = { villageId, households: households.length, joined: persons.length };
  return {
    ...counted,
    name,
    members: households.reduce((sum, each) => sum + each.memberIds.length, 0),
    hasShop: known.shelves.some(({ shop }) => shop.villageIds.includes(villageId)),
    fundsFen: fund.balanceFen,
    backing: backingInWords(backingOf(fund, known.shelves)),
    spendableOutstanding: accounts.reduce((sum, each) => sum + each.spendable + each.held, 0),
    missing: missingIn(factsOf({ ...counted, fund }, known, cardsPrinted)),
    alarm: alarm && { ...alarm, says: alarmInWords(alarm) },
  };
}

const titleOf = new Map(Object.values(jobs).map(({ action, title }) => [action, title]));

export const readOverview = defineQuery({
  contract: contracts.readOverview,
  allow: [{ who: 'town-admin' }, ...seatsThatRead('town.read-overview')],
  run: async ({ input, read, caller, nowMs }) => {
    const where = { townId: 'town' };
    const [town, all, shops, funds, runs, setUp] = await Promise.all([
      read.get<Town>('towns', 'town'),
      readAll<Village>(read, 'villages', where, 'villageId'),
      readAll<Shop>(read, 'shops', where, 'shopId'),
      readAll<Fund>(read, 'funds', where, 'villageId'),
      readJobRuns(read),
      readSetUp(read),
    ]);
    mustBeFounded(town);
    const isAsked = (villageId: string) => (input.villageId ?? villageId) === villageId;
    const villages = all.filter(({ villageId }) => isAsked(villageId));
    const near = shops.filter(({ villageIds }) => villageIds.some(isAsked));
    const known = { ...setUp, funds, shelves: await readShelves(read, near) };
    const lines = await Promise.all(
      villages.sort(byVillageId).map((each) => readVillage(each, known, { read, caller })),
    );
    const states = jobStates(runs, town.foundedAtMs, nowMs).map((state) => {
      return { ...state, title: titleOf.get(state.job) ?? state.job };
    });
    const secondGivenOnDay = town.secondGivenOnDay ?? null;
    return { townName: town.name, secondGivenOnDay, villages: lines, jobs: states };
  },
});
