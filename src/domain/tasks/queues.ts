import type { ToDo } from '../../contracts/tasks';
import { readsBySeat } from '../people/offices/seats';
import type { Person, Role } from '../people/types';
import { householdKey, lateKey, overseers, personInRoleKey, roleKey } from './keys';

type Somebody = Pick<Person, 'personId' | 'householdId' | 'roles'>;

/** One list of what waits: whose keys it looks for, and which moves are waited for in it. */
export type Queue = {
  title: string;
  /** The page that shows it whole. */
  page: string;
  steps: readonly string[];
  /** It is done on that page itself, however little waits: what one opens has no button for it. */
  doneThere?: true;
  /** What they are waited for to do, where the title does not say it. */
  doing?: string;
  keysOf(somebody: Somebody): string[];
};

const placesOf = ({ roles }: Somebody, role: Role) =>
  roles.filter((held) => held.role === role).map(({ place }) => place);

const officeOf = (role: Role) => (somebody: Somebody) =>
  placesOf(somebody, role).map((place) => roleKey(role, place));

const drawnOf = (somebody: Somebody) =>
  placesOf(somebody, 'panel').map((place) => personInRoleKey('panel', place, somebody.personId));

const work = (view: string) => `/packages/work/queue/index?view=${view}`;

/** Where two people decide, one of them outside the committee. */
const keysOfBoth = (somebody: Somebody) => [
  ...officeOf('cadre')(somebody),
  ...officeOf('supervisor')(somebody),
  ...officeOf('town-admin')(somebody),
];

const ofRecords = {
  'to-check': {
    ...{ title: '核对', page: work('to-check') },
    ...{ steps: ['check-record'], keysOf: officeOf('cadre') },
  },
  'to-cosign': {
    ...{ title: '联签', page: work('to-cosign') },
    ...{ steps: ['cosign-record'], keysOf: officeOf('supervisor') },
  },
  'to-review': {
    ...{ title: '评议', page: work('to-review') },
    // However late they are, those who were drawn may still vote.
    ...{ steps: ['review-record', 'redraw-panel'], keysOf: drawnOf },
  },
  'review-late': {
    ...{ title: '换人评议', page: work('review-late') },
    ...{ steps: ['redraw-panel'], keysOf: officeOf('cadre') },
  },
  'to-notice': {
    ...{ title: '公示', page: work('to-notice'), doneThere: true },
    ...{ steps: ['open-notice'], keysOf: officeOf('cadre') },
  },
  objections: {
    ...{ title: '答复异议', page: work('objections') },
    // What the committee leaves lying the town answers as well.
    ...{ steps: ['answer-objection'], keysOf: keysOfBoth },
  },
  reversals: {
    ...{ title: '确认更正', page: work('reversals') },
    ...{ steps: ['answer-reversal'], doing: '确认记错了的', keysOf: keysOfBoth },
  },
  'to-recheck': {
    ...{ title: '抽查', page: work('to-recheck') },
    // What the committee leaves lying the town looks at as well.
    ...{ steps: ['recheck-record'], doing: '抽查入账的', keysOf: keysOfBoth },
  },
} satisfies Partial<Record<ToDo, Queue>>;

const keysOfHousehold = ({ householdId }: Somebody) =>
  householdId ? [householdKey(householdId)] : [];

const others = {
  joins: {
    ...{ title: '加入申请', page: '/packages/work/joins/index', steps: ['answer-join'] },
    ...{ doing: '答复申请', doneThere: true },
    keysOf: keysOfBoth,
  },
  'entry-requests': {
    ...{ title: '登记申请', page: '/packages/work/entry-requests/index' },
    ...{ steps: ['answer-entry-request'], doing: '答复登记申请', doneThere: true },
    keysOf: keysOfBoth,
  },
  links: {
    ...{ title: '查清加入的人', page: '/packages/work/links/index', steps: ['settle-link'] },
    ...{ doing: '查清谁是这一户的人', doneThere: true },
    keysOf: keysOfBoth,
  },
  freezes: {
    ...{ title: '停用的积分', page: '/packages/work/freezes/index', steps: ['settle-freeze'] },
    ...{ doing: '查清停用的积分', doneThere: true },
    keysOf: keysOfBoth,
  },
  offices: {
    ...{ title: '任职和离任', page: '/packages/offices/acts/index', steps: ['answer-office-act'] },
    ...{ doing: '确认任职和离任', doneThere: true },
    keysOf: keysOfBoth,
  },
  entries: {
    ...{ title: '核对户册', page: '/packages/work/entries/index', steps: ['confirm-entries'] },
    ...{ doing: '核对户册里新录入的人', doneThere: true },
    keysOf: keysOfBoth,
  },
  life: {
    ...{ title: '户里的变动', page: '/packages/life/list/index', steps: ['answer-life-event'] },
    ...{ doing: '确认户里的变动', doneThere: true },
    keysOf: keysOfBoth,
  },
  rolls: {
    ...{ title: '名册', page: '/packages/rolls/list/index', steps: ['answer-roll'] },
    ...{ doing: '确认名册', keysOf: keysOfBoth },
  },
  'to-sign': {
    ...{ title: '签字', page: '/packages/life/list/index', steps: ['sign-life-event'] },
    ...{ doneThere: true, keysOf: keysOfHousehold },
  },
  'to-fetch': {
    ...{ title: '去取货', page: '/packages/exchange/orders/index', steps: ['open-pickup'] },
    keysOf: keysOfHousehold,
  },
  'to-hand-over': {
    ...{ title: '待取货', page: '/packages/keeper/home/index', steps: ['open-pickup'] },
    ...{ keysOf: officeOf('keeper'), doneThere: true },
  },
} satisfies Partial<Record<ToDo, Queue>>;

const stepsOf = (queues: Readonly<Record<string, Queue>>) => [
  ...new Set(Object.values(queues).flatMap(({ steps }) => steps)),
];

/**
 * Every list of what waits, the more personal first: a task that fits two of somebody's keys is
 * theirs by the first.
 */
export const queues: Readonly<Record<ToDo, Queue>> = {
  ...ofRecords,
  ...others,
  late: {
    ...{ title: '超期没办', page: '/packages/work/late/index' },
    steps: stepsOf({ ...ofRecords, ...others }),
    keysOf: (somebody) => [
      ...overseers.flatMap((role) => officeOf(role)(somebody).map(lateKey)),
      // They read what came before the town, and have nothing to do about it.
      ...(readsBySeat(somebody.roles, 'people.list-late')
        ? [lateKey(roleKey('town-admin', 'town'))]
        : []),
    ],
  },
};

/** In the order of their turn: panel before cadre, household before shop, late last. */
export const everyToDo = Object.keys(queues) as ToDo[];
