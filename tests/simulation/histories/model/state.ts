import type { Documents } from '../../../support/town';
import {
  bodies,
  entryFrom,
  eventFrom,
  invitationFrom,
  linkFrom,
  type ModelBody,
  type ModelEntry,
  type ModelEvent,
  type ModelInvitation,
  type ModelLink,
} from './state-of-people';

export type { ModelBody };

/** Places of the two workflows, as words. */
export type ModelLot = { free: number; held: number };
/** The first of two who agreed. */
type ModelAgreed = { personId: string; by: ModelBody };
export type ModelAccount = {
  honour: number;
  honourYear: number;
  lots: Map<string, ModelLot>;
  frozen: { personId: string; memberId: string | null; agreed: ModelAgreed | null } | null;
  /** Who stopped it before, and when that was settled. */
  froze: { personId: string; memberId: string | null; atMs: number }[];
  /** Its household is no more: whose account has its points, null where nobody is left. */
  ended: { into: string | null } | null;
  /** Links that its household objected to: nothing is spent until two have settled it. */
  disputed: string[];
};
export type ModelUse = {
  recordId: string;
  itemId: string;
  day: string;
  points: number;
  /** Of another household, so long ago that only what counts once in a life is asked. */
  onceOnly?: boolean;
};
/** Somebody who may be drawn; of the household or near it they have no vote. */
export type ModelPanelLot = { personId: string; mark: string; near: boolean };
export type ModelRecord = {
  recordId: string;
  state: string;
  householdId: string;
  villageId: string;
  recorder: string;
  byProxy: ModelByProxy | null;
  byCadre: boolean;
  itemId: string;
  points: number;
  /** Of its points so many can be spent. */
  spends: number;
  day: string;
  /** Who recorded and decided on it, without the panel, and the households they live in or near. */
  deciders: string[];
  involved: Set<string>;
  panel: string[];
  /** Who may be drawn, frozen the day before. */
  pool: ModelPanelLot[];
  frozenAtMs: number;
  /** Of its own record or, where the same deed was drawn for before, of that one. */
  seedHash: string;
  /** Of the last draw: what a later one's follows from, and who comes in. */
  seed: string | null;
  nightHash: string;
  aside: string[];
  everDrawn: string[];
  drawnAtMs: number;
  /** The record of the same deed whose panel judges this one too. */
  againOf: string | null;
  votes: Map<string, boolean>;
  objector: string | null;
  /** Everybody who objected, and since when the last one waits. */
  objectors: string[];
  objectedAtMs: number;
  /** Who passed it, signed beside, or voted. */
  checkers: string[];
  /** Who says that it was posted wrongly. */
  proposed: { personId: string; by: ModelBody } | null;
  /** Everybody who ever said so. */
  proposers: string[];
  /** Who confirmed it, where somebody objected for a household. */
  objectionWitness: string | null;
  closesAtMs: number;
  spendable: string;
  recordedAtMs: number;
  /** How many are kept of it. */
  photos: number;
  noticeId: string;
  /** Its place on that notice. */
  line: number;
  postedAtMs: number;
  /** When its spendable points posted. */
  spendableAtMs: number;
};
export type ModelLine = { goodsId: string; count: number; points: number };
export type ModelShare = { lastDay: string; points: number };
export type ModelOrder = {
  orderId: string;
  state: string;
  shopId: string;
  householdId: string;
  lines: ModelLine[];
  points: number;
  shares: ModelShare[];
  expiresAtMs: number;
  scan: { keeper: string; atMs: number; witness: Pick<ModelByProxy, 'second'> | null } | null;
  byProxy: ModelByProxy | null;
  usedCodes: Set<string>;
};
export type ModelStock = {
  name: string;
  points: number;
  costFen: number;
  onHand: number;
  held: number;
  /** In fen: what all on hand had cost, what was handed over, what was lost or counted off. */
  worth: number;
  givenWorth: number;
  lostWorth: number;
};
/** In fen: what is there, and what went into goods. */
export type ModelFund = { balance: number; spent: number };
/** Never changed: a change makes a new one, so that an old one can be kept for comparison. */
export type ModelPerson = {
  readonly personId: string;
  readonly lookUp: string;
  readonly householdId: string | null;
  readonly villageId: string | null;
  readonly memberId: string | null;
  /** `cadre@v01`. */
  readonly roles: readonly string[];
  readonly request: string | null;
  /** What they last asked to be entered by; it may be gone since. */
  readonly entry: string | null;
  /** How they came to their household. */
  readonly link: string | null;
  /** `observer@town 2028-11-01`: from that day on it gives no right. */
  readonly terms: readonly string[];
  /** For whom they act, or did until they begin anew. */
  readonly proxy: string | null;
};
/** One visit of a household to a helper. */
export type ModelProxy = {
  proxyId: string;
  householdId: string;
  helper: string;
  helperHome: string | null;
  as: string;
  place: string;
  helperOfCommittee: boolean;
  state: 'asked' | 'running' | 'ended';
  second: string | null;
  endsAtMs: number;
};
/** Said of what was done for a household. */
export type ModelByProxy = Pick<ModelProxy, 'helper' | 'second'>;
export type ModelMember = {
  memberId: string;
  householdId: string;
  villageId: string;
  name: string;
  phone: string | null;
  birthYear: number;
  roles: string[];
  personId: string | null;
  /** Unlinked: no number proves it until two people let somebody in. */
  byTwoOnly?: boolean;
  /** One person alone entered it: no number proves it either. */
  unconfirmed?: boolean;
};
export type ModelHousehold = {
  householdId: string;
  villageId: string;
  number: number;
  /** Household ids. */
  relatives: string[];
  ofCommittee: boolean;
  ofSupervision: boolean;
  namesShown: boolean;
  namesAnswered: boolean;
  /** By the name; empty where nobody is. */
  headName: string;
  minors: number;
  /** The number of the household it is part of since; null where nobody is left. */
  ended: { into: number | null } | null;
};
export type ModelRequest = {
  state: string;
  villageId: string;
  householdId: string;
  householdNumber: number;
  memberId: string;
  name: string;
  personId: string;
  namesShown: boolean;
  withOffice: boolean;
  /** The first of the two who let somebody in. */
  agreed: ModelAgreed | null;
  askedAtMs: number;
};

export type ModelOffice = {
  role: string;
  place: string;
  memberId: string | null;
  personId: string | null;
  householdId: string | null;
  untilDay: string | null;
  /** Such an office ends with its term. */
  invited: boolean;
};
/** An act of office, by its id. */
export type ModelAct = {
  state: string;
  change: string;
  role: string;
  place: string;
  villageId: string;
  memberId: string | null;
  personId: string | null;
  householdId: string | null;
  officeId: string | null;
  day: string;
  untilDay: string | null;
  proposer: string;
  /** As a colleague of which body; null of who resigned. */
  by: ModelBody | null;
  /** Entered by the only administrator. */
  byLast: boolean;
  /** The second of the two. */
  settler: string | null;
  /** Whom it invites by which number, and the code that is good for it now. */
  invited: { phone: string | null; hash: string | null } | null;
};

export type ModelVillage = { name: string; openedBy: string | null; wallVersion: number };

/** What is true in the town, in plain maps and numbers; it shares no rule with the product. */
export type Model = {
  persons: Map<string, ModelPerson>;
  members: Map<string, ModelMember>;
  households: Map<string, ModelHousehold>;
  /** `v01.17` → the household it belongs to, also to come. */
  numbers: Map<string, string>;
  /** How often the register was written, and how often it had been when a preview said so. */
  register: { changes: number; seenAt: Map<string, number> };
  requests: Map<string, ModelRequest>;
  offices: Map<string, ModelOffice>;
  acts: Map<string, ModelAct>;
  /** What happened to households, by the id of who entered it. */
  events: Map<string, ModelEvent>;
  links: Map<string, ModelLink>;
  /** Who asks to be entered in the register. */
  entries: Map<string, ModelEntry>;
  /** Codes of invitations, by the hash that they are looked up by. */
  invitations: Map<string, ModelInvitation>;
  /** What people were shown: the code itself, and for which number it was. */
  inviteCodes: Map<string, { hash: string; phone: string }>;
  /** Guesses of a day: `join.{personId}` → day and count. */
  tries: Map<string, { day: string; count: number }>;
  accounts: Map<string, ModelAccount>;
  records: Map<string, ModelRecord>;
  uses: Map<string, ModelUse[]>;
  /** Which record shows it. */
  photos: Map<string, string>;
  /** Deeds that ended without points after a panel was drawn: whose panel judges them again. */
  drawnDeeds: Map<string, string>;
  /** What each night's seals come to, by its day. */
  nights: Map<string, string>;
  orders: Map<string, ModelOrder>;
  stock: Map<string, ModelStock>;
  shops: Map<string, { villageIds: string[] }>;
  villages: Map<string, ModelVillage>;
  funds: Map<string, ModelFund>;
  /** `v01.key`; what it says is known once it was published within the history. */
  matters: Map<string, { version: number; says: string | null }>;
  /** Who asked to be erased, as long as the night has something left to do. */
  erasures: Map<string, { personId: string | null; askedAtMs: number }>;
  proxies: Map<string, ModelProxy>;
  /** What people know, and the town does not. */
  pins: Map<string, string>;
  /** Every card that was ever printed, by its id. */
  cards: Map<string, { householdId: string; dead: boolean }>;
  /** Pickup codes that were shown, by their text. */
  codes: Map<string, { orderId: string; issuedAtMs: number }>;
};

type Plain = Record<string, never>;
const list = <T = Plain>(documents: Documents, name: string) =>
  (documents.get(name) ?? []) as unknown as (T & { _id: string })[];

type RoleText = { role: string; place: string; untilDay?: string };
export const roleText = ({ role, place }: RoleText): string => `${role}@${place}`;

type StoredPerson = Omit<
  ModelPerson,
  'roles' | 'request' | 'entry' | 'link' | 'terms' | 'proxy'
> & {
  roles: RoleText[];
  proxy?: { proxyId: string };
  joinRequestId?: string | null;
  entryRequestId?: string;
  linkId?: string;
};

const termsOf = (roles: readonly RoleText[]) =>
  roles.flatMap((role) => (role.untilDay ? [`${roleText(role)} ${role.untilDay}`] : [])).sort();

export function personFrom(stored: StoredPerson): ModelPerson {
  const { personId, lookUp, householdId, villageId, memberId, roles, joinRequestId } = stored;
  return {
    ...{ personId, lookUp, householdId, villageId, memberId },
    roles: roles.map(roleText),
    request: joinRequestId ?? null,
    entry: stored.entryRequestId ?? null,
    link: stored.linkId ?? null,
    terms: termsOf(roles),
    proxy: stored.proxy?.proxyId ?? null,
  };
}

/** Roles are a set: in which order they are kept says nothing. */
export const withRolesSorted = <T extends { roles: readonly string[] }>(each: T | undefined) =>
  each && { ...each, roles: [...each.roles].sort() };

type StoredMember = Omit<ModelMember, 'roles'> & { roles: RoleText[] };
export function memberFrom(stored: StoredMember): ModelMember {
  const { memberId, householdId, villageId, name, phone, birthYear, personId } = stored;
  const { byTwoOnly, unconfirmed } = stored;
  const roles = stored.roles.map(roleText);
  return {
    ...{ memberId, householdId, villageId, name, phone, birthYear, personId, roles },
    ...{ ...(byTwoOnly && { byTwoOnly }), ...(unconfirmed && { unconfirmed }) },
  };
}

type StoredHousehold = {
  householdId: string;
  villageId: string;
  number: number;
  relativeIds: string[];
  ofCommittee: boolean;
  ofSupervision?: boolean;
  namesShown: boolean;
  namesAnsweredAtMs?: number;
  headName: string;
  minors?: number;
  ended?: { into: number | null };
};
export function householdFrom(stored: StoredHousehold): ModelHousehold {
  const { householdId, villageId, number, relativeIds, ofCommittee, namesShown } = stored;
  const { headName, minors = 0, ended } = stored;
  return {
    ...{ householdId, villageId, number, ofCommittee, namesShown, headName, minors },
    relatives: [...relativeIds].sort(),
    ended: ended ? { into: ended.into } : null,
    ofSupervision: stored.ofSupervision === true,
    namesAnswered: stored.namesAnsweredAtMs !== undefined,
  };
}

export function officeFrom(stored: ModelOffice & { basis?: string }): ModelOffice {
  const { role, place, memberId, personId, householdId, untilDay } = stored;
  const invited = stored.basis === 'invited';
  return { role, place, memberId, personId, householdId, untilDay, invited };
}

type StoredAct = Omit<ModelAct, 'proposer' | 'by' | 'settler' | 'invited'> & {
  proposed: { personId: string; as: string };
  settled: { personId: string } | null;
  invited?: { phone: string | null; codeHash: string | null };
};
export function actFrom(stored: StoredAct): ModelAct {
  const { state, change, role, place, villageId, memberId, personId, householdId } = stored;
  const { officeId, day, untilDay, proposed, settled, invited } = stored;
  return {
    ...{ state, change, role, place, villageId, memberId, personId, householdId, officeId },
    ...{ day, untilDay, proposer: proposed.personId, by: bodies[proposed.as] ?? null },
    byLast: stored.byLast === true,
    settler: settled?.personId ?? null,
    invited: invited ? { phone: invited.phone, hash: invited.codeHash } : null,
  };
}

type StoredAccount = {
  householdId: string;
  honour: number;
  honourYear: number;
  lots: { lastDay: string; free: number; held: number }[];
  frozen?: {
    byPersonId: string;
    memberId?: string;
    agreed: { personId: string; as: string } | null;
  };
  settledFreezes?: { byPersonId: string; memberId?: string; settledAtMs: number }[];
  ended?: { into: string | null };
  disputed?: { linkId: string }[];
};
type StoredStock = Pick<ModelStock, 'name' | 'points' | 'costFen' | 'onHand' | 'held'> & {
  valueFen: number;
  handedOutFen: number;
  lostFen: number;
};

export function stockFrom(stored: StoredStock): ModelStock {
  const { name, points, costFen, onHand, held } = stored;
  const { valueFen: worth, handedOutFen: givenWorth, lostFen: lostWorth } = stored;
  return { name, points, costFen, onHand, held, worth, givenWorth, lostWorth };
}

type StoredFund = { balanceFen: number; spentOnGoodsFen: number };

export function fundFrom({ balanceFen, spentOnGoodsFen }: StoredFund): ModelFund {
  return { balance: balanceFen, spent: spentOnGoodsFen };
}

function frozenFrom(frozen: StoredAccount['frozen']): ModelAccount['frozen'] {
  if (!frozen) return null;
  const { byPersonId: personId, memberId = null, agreed } = frozen;
  const by = bodies[agreed?.as ?? ''];
  return { personId, memberId, agreed: agreed && by ? { personId: agreed.personId, by } : null };
}

export function accountFrom(stored: StoredAccount): ModelAccount {
  const { honour, honourYear, lots } = stored;
  const each = lots.map(({ lastDay, free, held }) => [lastDay, { free, held }] as const);
  const froze = (stored.settledFreezes ?? []).map((each) => {
    const { byPersonId: personId, memberId = null, settledAtMs: atMs } = each;
    return { personId, memberId, atMs };
  });
  const ended = stored.ended ? { into: stored.ended.into } : null;
  const frozen = frozenFrom(stored.frozen);
  const disputed = (stored.disputed ?? []).map(({ linkId }) => linkId);
  return { honour, honourYear, lots: new Map(each), frozen, froze, ended, disputed };
}

type StoredPosted = {
  householdId: string;
  uses: ModelUse[];
};

/** The model of a town as it stands: households, people, purses, shelves and money. */
export function modelFrom(documents: Documents): Model {
  const byKey = <T, M>(name: string, key: string, make: (stored: T & { _id: string }) => M) =>
    new Map(
      list<T>(documents, name).map((stored) => [
        String((stored as Record<string, unknown>)[key]),
        make(stored),
      ]),
    );
  const uses = new Map<string, ModelUse[]>();
  for (const { householdId, uses: own } of list<StoredPosted>(documents, 'allowances')) {
    const known = uses.get(householdId) ?? [];
    const fresh = own.filter((use) => !known.some((each) => each.recordId === use.recordId));
    uses.set(householdId, [...known, ...fresh.map((use) => ({ ...use }))]);
  }
  return {
    persons: byKey('persons', 'personId', personFrom),
    members: byKey('members', 'memberId', memberFrom),
    households: byKey('households', 'householdId', householdFrom),
    register: { changes: 0, seenAt: new Map() },
    numbers: byKey<{ householdId: string }, string>(
      'household-numbers',
      '_id',
      ({ householdId }) => householdId,
    ),
    requests: new Map(),
    offices: byKey('offices', 'officeId', officeFrom),
    acts: byKey('office-acts', 'officeActId', actFrom),
    events: byKey('life-events', 'lifeEventId', eventFrom),
    links: byKey('links', 'linkId', linkFrom),
    entries: byKey('entry-requests', 'entryRequestId', entryFrom),
    invitations: byKey('invitations', 'codeHash', invitationFrom),
    inviteCodes: new Map(),
    tries: byKey<{ day: string; tries: number }, { day: string; count: number }>(
      'attempts',
      '_id',
      ({ day, tries }) => ({ day, count: tries }),
    ),
    accounts: byKey('accounts', 'householdId', accountFrom),
    // What was posted before the history begins has ended: nobody can move it any more.
    records: new Map(),
    uses,
    photos: new Map(),
    drawnDeeds: new Map(),
    nights: new Map(),
    orders: new Map(),
    stock: byKey('stock', '_id', stockFrom),
    shops: byKey<{ villageIds: string[] }, { villageIds: string[] }>('shops', 'shopId', (shop) => ({
      villageIds: shop.villageIds,
    })),
    villages: byKey<ModelVillage, ModelVillage>('villages', 'villageId', (village) => ({
      ...{ name: village.name, openedBy: null, wallVersion: village.wallVersion },
    })),
    funds: byKey('funds', 'villageId', fundFrom),
    matters: byKey<{ version: number }, { version: number; says: null }>(
      'matters',
      '_id',
      ({ version }) => ({ version, says: null }),
    ),
    erasures: new Map(),
    proxies: new Map(),
    pins: new Map(),
    cards: byKey<{ householdId: string }, { householdId: string; dead: boolean }>(
      'households',
      'cardId',
      ({ householdId }) => ({ householdId, dead: false }),
    ),
    codes: new Map(),
  };
}
