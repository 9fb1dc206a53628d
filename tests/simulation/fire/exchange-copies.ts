import { ulid } from 'ulid';
import { actions as exchangeActions } from '../../../cloudfunctions/exchange/actions';
import { expireOrders } from '../../../cloudfunctions/jobs/actions/expire-orders';
import type { Identity } from '../../../cloudfunctions/runtime/caller';
import { createHandle } from '../../../cloudfunctions/runtime/handle';
import indexes from '../../../config/database/indexes.json';
import { type Document, type IndexFile, openEngine } from '../../../local-cloud/engine';
import type { Contract, Envelope } from '../../../src/contracts/contract';
import type { HeldRole } from '../../../src/domain/people/types';
import { goodsOf, noonMs, openExchange, secret } from '../../actions/exchange/exchange-town';
import { violationsOf } from '../../proof/invariants';
import { engineStore } from '../../support/engine-store';
import { noFiles } from '../../support/files';
import type { Random } from '../../support/random';
import { type Interleaving, interleavingOf } from './interleaving';
import { holds } from './wire';

export const shopId = 'shop-1';
export const goodsId = 'cooker';
export const price = 260;
export const purse = 300;
export const residentOf = (number: number) => `resident-v1-${number}`;

/** The documents of one village, one shop and one kind of goods, to open copies of. */
export type ExchangeBase = Map<string, Document[]>;

/** The people of the exchange's own test name members who are not there; in a town they are. */
function membersOf(persons: readonly Document[]): Document[] {
  return persons.flatMap(({ personId, memberId, householdId }) =>
    memberId ? [{ _id: String(memberId), memberId, personId, householdId, roles: [] }] : [],
  );
}

/** Nor does it list who holds an office, which a town does. */
function officesOf(persons: readonly Document[]): Document[] {
  return persons.flatMap(({ personId, roles }) =>
    (roles as HeldRole[]).flatMap(({ role, place }) => {
      const officeId = `${role}.${place}.${personId}`;
      const of = { officeId, role, place, memberId: null, personId };
      return role === 'resident' ? [] : [{ _id: officeId, ...of }];
    }),
  );
}

/** @param pieces how many stand on the shelf, and as many as `households` may want one */
export async function makeBase(households: number, pieces: number): Promise<ExchangeBase> {
  const town = await openExchange();
  await town.addStock(shopId, goodsOf(goodsId, '电压力锅', price, pieces));
  for (let number = 1; number <= households; number += 1) {
    await town.addHousehold('v1', number, purse);
  }
  const base: ExchangeBase = new Map();
  for (const name of town.engine.collections()) base.set(name, town.engine.find(name));
  const persons = base.get('persons') ?? [];
  base.set('members', membersOf(persons));
  base.set('offices', officesOf(persons));
  await town.engine.close();
  return base;
}

type Call = (
  contract: Pick<Contract, 'action' | 'kind'>,
  input: unknown,
  commandId?: string,
) => Promise<Envelope<unknown>>;

export type ExchangeCopy = {
  clock: { nowMs: number };
  interleaving: Interleaving;
  as(openid: string): Call;
  /** Fires the job that gives back what nobody fetched. */
  expire(): Promise<Envelope<unknown>>;
  all<T>(collection: string): T[];
  /** @throws Error that names what does not add up */
  checkBooks(): void;
  newId(): string;
  close(): Promise<void>;
};

/** The real actions behind the real pipeline, on a copy of the base, interleaved by the seed. */
export async function openCopy(base: ExchangeBase, random: Random): Promise<ExchangeCopy> {
  const clock = { nowMs: noonMs };
  const interleaving = interleavingOf(random);
  const engine = openEngine({ directory: null, indexes: indexes as IndexFile });
  for (const [name, documents] of base) {
    if (documents.length > 0) await engine.insert(name, documents);
  }
  const newId = () => ulid(clock.nowMs, random.next);
  const handle = createHandle([...exchangeActions, expireOrders], {
    store: interleaving.around(engineStore(engine, interleaving.retrying)),
    ...{ files: noFiles, secret, newId, nowMs: () => clock.nowMs, log: () => undefined },
  });
  const all = <T>(collection: string) => engine.find(collection) as unknown as T[];
  return {
    ...{ clock, interleaving, all, newId },
    as: (openid) => (contract, input, commandId) => {
      const identity: Identity = { kind: 'wechat', openid };
      const { action, kind } = contract;
      const id = kind === 'command' ? (commandId ?? newId()) : undefined;
      return handle({ action, input, ...(id && { commandId: id }) }, identity, 'request');
    },
    expire: () =>
      handle({ Type: 'Timer', TriggerName: 'expire-orders' }, { kind: 'timer' }, 'request'),
    checkBooks() {
      const violations = violationsOf(engine);
      holds(violations.length === 0, `the books: ${violations.slice(0, 5).join('; ')}`);
    },
    close: () => engine.close(),
  };
}
