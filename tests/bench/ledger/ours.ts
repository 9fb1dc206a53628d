import { ulid } from 'ulid';
import { postHousehold } from '../../../cloudfunctions/jobs/post-household';
import { actions as pointsActions } from '../../../cloudfunctions/points/actions';
import { createHandle } from '../../../cloudfunctions/runtime/handle';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import type { Store } from '../../../cloudfunctions/runtime/store/store';
import type { Engine } from '../../../local-cloud/engine';
import {
  type Account,
  award,
  type Cause,
  hold,
  type LedgerChange,
} from '../../../src/domain/ledger/ledger';
import { recordWith } from '../../domain/records/fixture';
import { engineStore } from '../../support/engine-store';
import { noFiles } from '../../support/files';
import { madeHouseholdId } from '../../support/household-ids';
import type { Random } from '../../support/random';
import { historyOf, idOf } from '../history';
import { loaderFor } from './load';
import type { Book } from './measure';

export const villageId = 'v01';
export const householdId = madeHouseholdId(villageId, 1);
/** A Monday, at +08:00. */
export const benchNowMs = Date.parse('2026-11-23T09:00:00+08:00');
const openedMs = Date.parse('2025-01-02T09:00:00+08:00');
const openid = 'head-of-the-household';
const cause: Cause = { kind: 'order', id: idOf(0), title: '香皂', ruleVersion: 0 };

/** Writes a household's whole history of `entries` entries. @returns its account */
async function loadOurs(engine: Engine, entries: number, random: Random): Promise<Account> {
  const loader = loaderFor(engine);
  const plan = { householdId, villageId, entries, fromMs: openedMs, toMs: benchNowMs };
  const history = historyOf(plan, random);
  let step = history.next();
  for (; !step.done; step = history.next()) {
    await loader.add('entries', { _id: `${householdId}.${step.value.sequence}`, ...step.value });
  }
  await loader.end();
  await engine.set('accounts', householdId, { ...step.value });
  return step.value;
}

/** Puts the account back as it was loaded, and takes out the entries behind it. */
async function restoreOurs(engine: Engine, loaded: Account): Promise<void> {
  const { sequence = 0 } = (engine.get('accounts', householdId) ?? {}) as Partial<Account>;
  if (sequence === loaded.sequence) return;
  for (let added = loaded.sequence + 1; added <= sequence; added += 1) {
    await engine.remove('entries', { _id: `${householdId}.${added}` });
  }
  await engine.set('accounts', householdId, { ...loaded });
}

/** A record whose notice is over, so that the next run posts it. */
async function addDueRecord(engine: Engine, points: number): Promise<string> {
  const recordId = ulid();
  const closed = { closesAtMs: benchNowMs - 1, noticeOpenedAtMs: benchNowMs - 432_000_000 };
  const record = recordWith({ recordId, householdId, points, state: 'on-notice', ...closed });
  await engine.set('records', recordId, record);
  return recordId;
}

/** Posts records as the job does: account, entries and records in one transaction. */
export async function postRecords(store: Store, ...recordIds: string[]): Promise<string[]> {
  const as = { householdId, noticeId: null, backed: true, steps: 0 };
  const records = recordIds.map((recordId) => ({ recordId, ...as }));
  const posting = { store, nowMs: benchNowMs, templates: {} };
  return (await postHousehold(posting, { householdId, records })).posted;
}

/** Account and entry alone: what a ledger library would do. */
function changeAccount(store: Store, decide: (account: Account) => LedgerChange): Promise<void> {
  return store.transact(async (tx) => {
    const before = await tx.get<Account>('accounts', householdId);
    if (!before) throw new Error('the household has an account');
    const { account, entries } = decide(before);
    for (const entry of entries) tx.create('entries', `${householdId}.${entry.sequence}`, entry);
    tx.set('accounts', householdId, account);
  });
}

async function readerOf(engine: Engine, store: Store) {
  const secret = createSecret('a secret of the bench, long enough');
  const personId = secret.sign('person', openid, 32);
  const place = { householdId, villageId };
  const roles = [{ role: 'resident', place: villageId, placeName: '试一嘎查' }];
  await engine.set('persons', personId, { personId, lookUp: personId, openid, ...place, roles });
  const ports = {
    store,
    files: noFiles,
    secret,
    nowMs: () => benchNowMs,
    newId: ulid,
    log: () => {},
  };
  const handle = createHandle(pointsActions, ports);
  return async (action: string, input: object) => {
    const envelope = await handle({ action, input }, { kind: 'wechat', openid }, 'request');
    if (!envelope.ok) throw new Error(`${action}: ${envelope.error.code}`);
  };
}

/** The product's own ledger, actions and store. */
export async function openOurs(engine: Engine, entries: number, random: Random): Promise<Book> {
  const loaded = await loadOurs(engine, entries, random);
  const store = engineStore(engine);
  const read = await readerOf(engine, store);
  const amount = { honour: 5, spendable: 5 };
  const due: string[] = [];
  const makeDue = async (many: number) => {
    while (due.length < many) due.push(await addDueRecord(engine, 5));
  };
  return {
    method: 'ours',
    restore: () => restoreOurs(engine, loaded),
    operations: [
      {
        name: 'post',
        run: () => changeAccount(store, (account) => award(account, amount, cause, benchNowMs)),
      },
      {
        name: 'post with record',
        prepare: (runs) => makeDue(runs),
        run: () => postRecords(store, due.pop() as string),
      },
      {
        name: 'post two with their records',
        prepare: (runs) => makeDue(2 * runs),
        run: () => postRecords(store, due.pop() as string, due.pop() as string),
      },
      {
        name: 'spend',
        run: () => changeAccount(store, (account) => hold(account, 1, cause, benchNowMs)),
      },
      { name: 'balance', run: () => store.get<Account>('accounts', householdId) },
      { name: 'read-account', run: () => read('read-account', {}) },
      { name: 'page: newest', run: () => read('read-statement', {}) },
      {
        name: 'page: anywhere',
        run: () => read('read-statement', { before: 1 + random.integer(entries) }),
      },
    ],
  };
}
