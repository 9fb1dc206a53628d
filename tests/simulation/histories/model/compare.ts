import type { Document, Engine } from '../../../../local-cloud/engine';
import { saysTheSame } from '../../../../src/domain/kernel/same';
import { accountText } from './purse';
import {
  accountFrom,
  fundFrom,
  householdFrom,
  type Model,
  memberFrom,
  personFrom,
  stockFrom,
} from './state';

/** Loosely: what is in it is the other side's word, and is only compared. */
type Plain = Document & Record<string, never>;
type Texts = { stored(document: Plain): unknown; model(model: Model, id: string): unknown };

const orderText = (order: unknown) => {
  const { state, points, shares, expiresAtMs } = order as Record<string, unknown>;
  return { state, points, shares, expiresAtMs };
};

const sorted = <T extends { roles: readonly string[] }>(each: T | undefined) =>
  each && { ...each, roles: [...each.roles].sort() };

/** What is compared of each collection: the document as stored, and the model's word for it. */
const collections: Record<string, Texts> = {
  accounts: {
    stored: (document) => accountText(accountFrom(document as never)),
    model(model, id) {
      const account = model.accounts.get(id);
      return account && accountText(account);
    },
  },
  records: {
    stored: ({ state, points, spendableState, photos }) => ({
      ...{ state, points, spendableState },
      photos: (photos as unknown as string[]).length,
    }),
    model(model, id) {
      const record = model.records.get(id);
      return (
        record && {
          ...{ state: record.state, points: record.points, spendableState: record.spendable },
          photos: record.photos,
        }
      );
    },
  },
  orders: {
    stored: orderText,
    model: (model, id) => model.orders.has(id) && orderText(model.orders.get(id)),
  },
  stock: {
    stored: (document) => stockFrom(document as never),
    model: (model, id) => model.stock.get(id),
  },
  funds: {
    stored: (document) => fundFrom(document as never),
    model: (model, id) => model.funds.get(id),
  },
  persons: {
    stored: (document) => sorted(personFrom(document as never)),
    model: (model, id) => sorted(model.persons.get(id)),
  },
  members: {
    stored: (document) => sorted(memberFrom(document as never)),
    model: (model, id) => sorted(model.members.get(id)),
  },
  households: {
    stored: (document) => householdFrom(document as never),
    model: (model, id) => model.households.get(id),
  },
  'join-requests': {
    stored: ({ state, memberId, personId }) => ({ state, memberId, personId }),
    model(model, id) {
      const request = model.requests.get(id);
      return (
        request && {
          ...{ state: request.state, memberId: request.memberId },
          personId: request.personId,
        }
      );
    },
  },
};

/** One line for a document that is not as the model has it; what it does not follow is fine. */
export function differenceOf(
  model: Model,
  collection: string,
  id: string,
  document: Document | null,
): string[] {
  const texts = collections[collection];
  if (!texts) return [];
  const stored = document === null ? undefined : texts.stored(document as Plain);
  const said = texts.model(model, id);
  const wanted = said === false ? undefined : said;
  if (saysTheSame(stored, wanted)) return [];
  const inWords = (value: unknown) => JSON.stringify(value) ?? 'not there';
  return [`${collection}/${id} is ${inWords(stored)}, the model says ${inWords(wanted)}`];
}

/** All of it at once, in both directions. */
export function differences(model: Model, engine: Pick<Engine, 'find'>, since: number): string[] {
  const found: string[] = [];
  for (const collection of Object.keys(collections)) {
    for (const document of engine.find(collection)) {
      // What was posted before the history began is not followed.
      const { recordedAtMs } = document as { recordedAtMs?: number };
      if (recordedAtMs !== undefined && recordedAtMs < since) continue;
      found.push(...differenceOf(model, collection, document._id, document));
    }
  }
  const missing = (collection: string, ids: Iterable<string>) => {
    const there = new Set(engine.find(collection).map(({ _id }) => _id));
    for (const id of ids) if (!there.has(id)) found.push(`${collection}/${id} is missing`);
  };
  missing('records', model.records.keys());
  missing('orders', model.orders.keys());
  missing('persons', model.persons.keys());
  missing('join-requests', model.requests.keys());
  return found;
}
