import { actions as exchangeActions } from '../../../../cloudfunctions/exchange/actions';
import { createHandle } from '../../../../cloudfunctions/runtime/handle';
import { createSecret } from '../../../../cloudfunctions/runtime/secret';
import { jitteredRetrying } from '../../../../cloudfunctions/runtime/store/repeat';
import type { Reader, Store } from '../../../../cloudfunctions/runtime/store/store';
import type { Engine } from '../../../../local-cloud/engine';
import { type Account, award, openAccount } from '../../../../src/domain/ledger/ledger';
import { recordWith } from '../../../domain/records/fixture';
import { engineStore } from '../../../support/engine-store';
import { noFiles } from '../../../support/files';
import { idOf } from '../../history';
import { benchNowMs, householdId, postRecords, villageId } from '../ours';
import { type Intent, type Keeper, priceOfSpend, type Row, startPoints } from './intents';

const openid = 'head-of-the-household';
const shopId = 'shop-v01';
const goodsId = 'soap';
const plenty = 100_000;

/** A store whose every read takes its time. */
function pausing(store: Store, pause: () => Promise<void>): Store {
  const reader = (from: Reader): Reader => ({
    get: (collection, id) => pause().then(() => from.get(collection, id)),
    query: (collection, query) => pause().then(() => from.query(collection, query)),
  });
  return {
    ...reader(store),
    transact: (callback) =>
      store.transact((tx) => {
        const get: typeof tx.get = (collection, id) => pause().then(() => tx.get(collection, id));
        return callback({ ...tx, get });
      }),
  };
}

async function fill(engine: Engine, personId: string, intents: readonly Intent[]): Promise<void> {
  const opened = openAccount(householdId, villageId, benchNowMs - 1);
  const cause = { kind: 'date' as const, id: 'start', title: '起点', ruleVersion: 0 };
  const amount = { honour: 0, spendable: startPoints };
  const started = award(opened.account, amount, cause, benchNowMs - 1);
  await engine.set('accounts', householdId, { ...started.account });
  const place = { householdId, villageId };
  const roles = [{ role: 'resident', place: villageId, placeName: '试一嘎查' }];
  await engine.set('persons', personId, { personId, lookUp: personId, openid, ...place, roles });
  await engine.set('households', householdId, { ...place, number: 1, headName: '张三' });
  await engine.set('shops', shopId, {
    townId: 'town',
    shopId,
    villageIds: [villageId],
    name: '超市',
  });
  const goods = { shopId, goodsId, name: '香皂', unit: '块', points: priceOfSpend, costFen: 1000 };
  const counts = { kind: 'goods', onHand: plenty, held: 0, safetyStock: 0, sequence: 0 };
  await engine.set('stock', `${shopId}.${goodsId}`, { ...goods, ...counts });
  for (const { id: recordId, kind, points } of intents) {
    if (kind === 'spend') continue;
    const state = { state: 'on-notice' as const, closesAtMs: benchNowMs - 1 };
    const record = recordWith({ recordId, householdId, points, ...state });
    await engine.set('records', recordId, record);
  }
}

/** The product itself: awards as the posting job posts them, spending through `place-order`. */
export async function keepOurs(parts: {
  engine: Engine;
  /** The same engine with conflicts of nobody's making. */
  faulty: Engine;
  intents: readonly Intent[];
  pause: () => Promise<void>;
  random: () => number;
}): Promise<Keeper> {
  const { engine, faulty, intents, pause, random } = parts;
  const secret = createSecret('a secret of the bench, long enough');
  await fill(engine, secret.sign('person', openid, 32), intents);
  const rows: Row[] = [];
  engine.onCommit(({ writes }) => {
    for (const { collection, document } of writes) {
      if (collection !== 'entries' || !document) continue;
      const { cause, spendable } = document as unknown as {
        cause: { id: string };
        spendable: number;
      };
      rows.push({ intentId: cause.id, points: spendable });
    }
  });
  const store = pausing(engineStore(faulty, { ...jitteredRetrying, random }), pause);
  const newId = () => idOf(0);
  const ports = { store, files: noFiles, secret, nowMs: () => benchNowMs, newId, log: () => {} };
  const handle = createHandle(exchangeActions, ports);
  const input = { shopId, lines: [{ goodsId, count: 1 }], points: priceOfSpend };
  return {
    name: 'ours',
    async perform({ id, kind }) {
      if (kind === 'award') {
        await postRecords(store, id);
        return true;
      }
      const event = { action: 'place-order', commandId: id, input };
      const envelope = await handle(event, { kind: 'wechat', openid }, 'request');
      if (envelope.ok) return true;
      if (envelope.error.code === 'points-not-enough') return false;
      throw new Error(envelope.error.code);
    },
    rows: () => rows,
    balance: async () => engine.get('accounts', householdId)?.spendable as Account['spendable'],
  };
}
