import { createHash } from 'node:crypto';
import type { Engine } from '../../../local-cloud/engine';
import type { Movement, Order, Stock } from '../../../src/domain/exchange/types';
import type { Account, Entry } from '../../../src/domain/ledger/ledger';
import type { Rollup } from '../../../src/domain/ledger/types';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import type { Link } from '../../../src/domain/people/links/types';
import type { HeldOffice, OfficeAct } from '../../../src/domain/people/offices/types';
import type { Roll, RollPage } from '../../../src/domain/people/rolls/types';
import type {
  EntryCheck,
  Household,
  HouseholdNumber,
  JoinRequest,
  Member,
  Person,
  PersonPlace,
  Village,
} from '../../../src/domain/people/types';
import type { Activity, DeedRecord, Notice, PhotoClaim } from '../../../src/domain/records/types';
import type { Allowance } from '../../../src/domain/scheme/types';
import type { Seal } from '../../../src/domain/seals/types';
import type { Task } from '../../../src/domain/tasks/types';
import type { Fund, FundMovement } from '../../../src/domain/town/types';

/** Everything the invariants look at, as it stands at one moment. */
export type Data = {
  accounts: Account[];
  /** Of each household, in order of sequence. */
  entriesOf: ReadonlyMap<string, Entry[]>;
  seals: Seal[];
  rollups: Rollup[];
  records: DeedRecord[];
  activities: Activity[];
  notices: Notice[];
  allowances: Allowance[];
  photos: (PhotoClaim & { _id: string })[];
  orders: Order[];
  stock: Stock[];
  movementsOf: ReadonlyMap<string, Movement[]>;
  funds: Fund[];
  fundMovementsOf: ReadonlyMap<string, FundMovement[]>;
  villages: Village[];
  households: Household[];
  householdNumbers: (HouseholdNumber & { _id: string })[];
  members: Member[];
  persons: Person[];
  personPlaces: PersonPlace[];
  joinRequests: JoinRequest[];
  offices: HeldOffice[];
  officeActs: OfficeAct[];
  lifeEvents: LifeEvent[];
  rolls: Roll[];
  rollPages: RollPage[];
  entryChecks: EntryCheck[];
  entryRequests: EntryRequest[];
  links: Link[];
  tasks: Task[];
};

/** Groups by a key, each group in order of sequence. */
function grouped<T extends { sequence: number }>(list: T[], keyOf: (each: T) => string) {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(keyOf(each)) ?? [];
    group.push(each);
    groups.set(keyOf(each), group);
  }
  for (const group of groups.values()) group.sort((left, right) => left.sequence - right.sequence);
  return groups;
}

export function readData(engine: Pick<Engine, 'find'>): Data {
  const all = <T>(collection: string) => engine.find(collection) as unknown as T[];
  return {
    accounts: all('accounts'),
    entriesOf: grouped(all<Entry>('entries'), (each) => each.householdId),
    seals: all('seals'),
    rollups: all('rollups'),
    records: all('records'),
    activities: all('activities'),
    notices: all('notices'),
    allowances: all('allowances'),
    photos: all('photos'),
    orders: all('orders'),
    stock: all('stock'),
    movementsOf: grouped(all<Movement>('movements'), (each) => each.stockId),
    funds: all('funds'),
    fundMovementsOf: grouped(all<FundMovement>('fund-movements'), (each) => each.villageId),
    villages: all('villages'),
    households: all('households'),
    householdNumbers: all('household-numbers'),
    members: all('members'),
    persons: all('persons'),
    personPlaces: all('person-places'),
    joinRequests: all('join-requests'),
    offices: all('offices'),
    officeActs: all('office-acts'),
    lifeEvents: all('life-events'),
    rolls: all('rolls'),
    rollPages: all('roll-pages'),
    entryChecks: all('entry-checks'),
    entryRequests: all('entry-requests'),
    links: all('links'),
    tasks: all('tasks'),
  };
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** Complains in one line when two values that must agree do not. */
export function compare(what: string, found: unknown, wanted: unknown): string[] {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  return left === right ? [] : [`${what}: ${left} instead of ${right}`];
}

export function sha256(parts: (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
