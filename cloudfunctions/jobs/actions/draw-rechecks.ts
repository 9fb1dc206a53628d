import { jobs } from '../../../src/contracts';
import { mostPostedOfAMonth } from '../../../src/contracts/limits';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Village } from '../../../src/domain/people/types';
import type { Night } from '../../../src/domain/records/night';
import {
  decideAskRecheck,
  fallOfRecheck,
  freezeRecheck,
  monthBefore,
  type Recheck,
  recheckId,
  recheckSeedHash,
} from '../../../src/domain/records/recheck';
import type { DeedRecord } from '../../../src/domain/records/types';
import { knownHousehold } from '../../points/load';
import { saveRecord } from '../../points/save-record';
import { defineRun, type RunContext } from '../../runtime/define-action';
import { eachForItself, inRotation } from '../../runtime/in-parallel';
import type { Secret } from '../../runtime/secret';
import { readAll } from '../../runtime/store/read-all';
import { makeNight } from '../make-night';

type Drawing = Pick<RunContext<unknown>, 'store' | 'secret' | 'templates' | 'nowMs' | 'hasTime'>;
type Of = Pick<Recheck, 'villageId' | 'month'>;

/** Behind the first four, which name the key. */
const keyDigits = 4;
const markDigits = 12;
const atOnce = 5;

const promise = ({ villageId, month }: Of) => `recheck ${villageId} ${month}`;

/** By the key that was the newest when its hash was promised. */
function seedOf(secret: Secret, recheck: Recheck): string {
  const seeds = secret.signEach('draw', promise(recheck));
  return seeds.find((each) => recheckSeedHash(each) === recheck.seedHash) ?? seeds[0] ?? '';
}

/** All that was posted in the month, marked by the key; once, whoever comes second. */
async function freeze({ store, secret, nowMs }: Drawing, of: Of): Promise<Recheck> {
  const { villageId, month } = of;
  const where = { villageId, postedMonth: month };
  const posted = await readAll<DeedRecord>(store, 'records', where, 'recordId');
  const markOf = (recordId: string) =>
    secret.sign('lot', `${promise(of)}\n${recordId}`, keyDigits + markDigits).slice(keyDigits);
  const pool = posted
    .slice(0, mostPostedOfAMonth)
    .map(({ recordId }) => ({ recordId, mark: markOf(recordId) }));
  const seedHash = recheckSeedHash(secret.sign('draw', promise(of)));
  const frozen = freezeRecheck({ ...of, seedHash }, pool, nowMs);
  return store.transact(async (tx) => {
    const there = await tx.get<Recheck>('rechecks', recheckId(of));
    if (there) return there;
    tx.create('rechecks', recheckId(of), frozen);
    return frozen;
  });
}

/** @returns as it stands: another run may have drawn meanwhile, and would draw the same */
function drawOne({ store, secret, nowMs }: Drawing, of: Of, night: Night): Promise<Recheck | null> {
  return store.transact(async (tx) => {
    const recheck = await tx.get<Recheck>('rechecks', recheckId(of));
    if (recheck?.state !== 'frozen') return recheck;
    const drawn = fallOfRecheck(recheck, seedOf(secret, recheck), night, nowMs);
    tx.set('rechecks', recheckId(of), drawn);
    return drawn;
  });
}

/** Each record in its own transaction; one that knows it already is left alone. */
async function askFor(drawing: Drawing, { month, drawn, ...of }: Recheck): Promise<boolean> {
  const { store, templates, nowMs, hasTime } = drawing;
  const one = (recordId: string) =>
    store.transact(async (tx) => {
      const record = await tx.get<DeedRecord>('records', recordId);
      const next = record && decideAskRecheck(record, month, nowMs);
      if (!next || next === record) return;
      const household = await knownHousehold(tx, next.householdId);
      await saveRecord({ tx, templates, nowMs }, next, household);
    });
  const { errors, left } = await eachForItself(drawn, atOnce, one, hasTime);
  if (errors.length > 0) throw errors[0];
  if (left > 0) return false;
  const id = recheckId({ villageId: of.villageId, month });
  await store.transact(async (tx) => {
    const recheck = await tx.get<Recheck>('rechecks', id);
    if (recheck?.state === 'asking') tx.set('rechecks', id, { ...recheck, state: 'asked' });
  });
  return true;
}

/** One step further, as far as the morning is; false where the next call has to go on. */
async function goOn(drawing: Drawing, found: Recheck): Promise<boolean> {
  const { store, nowMs } = drawing;
  if (found.state === 'frozen' && found.drawDay > dayOf(nowMs)) return true;
  const night = found.state === 'frozen' ? await makeNight(store, nowMs) : null;
  if (found.state === 'frozen' && !night) return false;
  const drawn = night ? await drawOne(drawing, found, night) : found;
  return drawn?.state === 'asking' ? askFor(drawing, drawn) : true;
}

/**
 * Freezes last month's records of every village, draws what was frozen before the night, and asks
 * for what was drawn: each once, and taken up where a call was cut off.
 */
export const drawRechecks = defineRun({
  contract: jobs.drawRechecks,
  allow: [{ who: 'timer' }],
  async run(context) {
    const { store, nowMs, hasTime } = context;
    const month = monthBefore(nowMs);
    const villages = await readAll<Village>(store, 'villages', { townId: 'town' }, 'villageId');
    const open = await Promise.all(
      (['frozen', 'asking'] as const).map((state) =>
        readAll<Recheck>(store, 'rechecks', { townId: 'town', state }, 'villageId'),
      ),
    );
    const under = open.flat();
    let done = 0;
    const one = async (recheck: Recheck) => {
      if (await goOn(context, recheck)) done += 1;
    };
    const begin = async ({ villageId }: Village) => {
      await freeze(context, { villageId, month });
      done += 1;
    };
    const ofMonth = { townId: 'town', month };
    const known = await readAll<Recheck>(store, 'rechecks', ofMonth, 'villageId');
    const frozen = new Set(known.map(({ villageId }) => villageId));
    const toFreeze = villages.filter(({ villageId }) => !frozen.has(villageId));
    const gone = await eachForItself(inRotation(under, nowMs), 1, one, hasTime);
    const begun = await eachForItself(inRotation(toFreeze, nowMs), 1, begin, hasTime);
    const errors = [...gone.errors, ...begun.errors];
    if (errors.length > 0) throw errors[0];
    return { done, left: under.length + toFreeze.length - done };
  },
});
