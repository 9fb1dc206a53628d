import { actions as exchangeActions } from '../../cloudfunctions/exchange/actions';
import { actions as jobActions } from '../../cloudfunctions/jobs/actions';
import { actions as pointActions } from '../../cloudfunctions/points/actions';
import { exchange, points } from '../../src/contracts';
import { dayOf } from '../../src/domain/kernel/time';
import type { DeedRecord } from '../../src/domain/records/types';
import { letTheDrawFall } from '../support/draw';
import { householdId, openidOf } from '../support/household-ids';
import { testTemplates } from '../support/post-office';
import {
  type Documents,
  documentsOf,
  headOpenid,
  openTestTown,
  type TestActor,
  type TestTown,
  type TestTownOptions,
  testShopId,
  townRandomSeed,
} from '../support/town';

/** The test town with every function, its people joined and some points posted. */
export type ProofTown = TestTown & {
  /** The head of a household; of village 1 unless told. */
  head(householdNumber: number, villageNumber?: number): TestActor;
  /** The head of household 13: keeper of the shop of village 1. */
  keeper: TestActor;
  today(): string;
  /** A resident's own declaration, waiting for its check. */
  declare(householdNumber: number, itemId?: string): Promise<string>;
  /** Checked by the cadre of household 2, who is nobody's relative. */
  check(recordId: string): Promise<void>;
  /** Checked, and the next day drawn for. */
  drawFor(...recordIds: string[]): Promise<void>;
  /** Heads that were drawn for the record's panel. */
  panelOf(recordId: string): TestActor[];
  /** Declared, checked, and agreed to by two of its panel. */
  agreed(householdNumber: number, itemId?: string): Promise<string>;
  /** All the way to an open notice. */
  onNotice(householdNumber: number, itemId?: string): Promise<string>;
  /** An open order for one bar of soap. */
  order(householdNumber: number): Promise<string>;
  /** The order's pickup code scanned by the keeper. */
  scan(orderId: string): Promise<void>;
};

/** Households of village 1 that start with 20 spendable points; 13 is the keeper's own. */
export const householdsWithPoints = [7, 8, 9, 10, 11, 12, 13, 14, 15];
const joinedHeads = Array.from({ length: 15 }, (_, index) => index + 1);
const noticeDays = 6;

/** Posts the points of a record at the end of its notice. */
async function postAll(town: TestTown): Promise<void> {
  town.clock.advanceDays(noticeDays);
  const answer = await town.timer('jobs', 'close-notices');
  if (!answer.ok) throw new Error(answer.error.message);
}

function helpersOf(town: TestTown): Omit<ProofTown, keyof TestTown> {
  const head = (number: number, villageNumber = 1) => town.as(headOpenid(villageNumber, number));
  const today = () => dayOf(town.clock.nowMs());
  const declare = async (number: number, itemId = 'errand-for-neighbour') => {
    town.clock.advanceMs(1000);
    const of = { householdId: householdId(town, `v01-${number}`), itemId, day: today() };
    // A second one of the day says which it is.
    const isAgain = town.engine.find('records', { query: of }).length > 0;
    const input = { itemId, day: of.day, photos: [], ...(isAgain && { note: '又帮了一家' }) };
    return (await head(number).must(points.declareDeed, input)).recordId;
  };
  const check = async (recordId: string) => {
    await head(2).must(points.checkRecord, { recordId, accept: true });
  };
  const drawFor = async (...recordIds: string[]) => {
    for (const recordId of recordIds) await check(recordId);
    await letTheDrawFall(town);
  };
  const panelOf = (recordId: string) => {
    const { draw } = town.engine.get('records', recordId) as unknown as DeedRecord;
    return (draw?.panel ?? []).map((personId) => town.as(openidOf(town, personId)));
  };
  const agreed = async (number: number, itemId?: string) => {
    const recordId = await declare(number, itemId);
    await drawFor(recordId);
    for (const member of panelOf(recordId).slice(0, 2)) {
      await member.must(points.reviewRecord, { recordId, accept: true });
    }
    return recordId;
  };
  const onNotice = async (number: number, itemId?: string) => {
    const recordId = await agreed(number, itemId);
    await head(3).must(points.openNotice, { villageId: 'v01', recordIds: [recordId] });
    return recordId;
  };
  const keeper = head(13);
  return {
    ...{ head, keeper, today, declare, check, drawFor, panelOf, agreed, onNotice },
    async order(number) {
      town.clock.advanceMs(1000);
      const order = { shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
      return (await head(number).must(exchange.placeOrder, order)).orderId;
    },
    async scan(orderId) {
      const order = town.engine.get('orders', orderId);
      const { code } = await head(Number(order?.householdNumber)).must(exchange.issuePickupCode, {
        orderId,
      });
      await keeper.must(exchange.openPickup, { code });
    },
  };
}

const functions: TestTownOptions['functions'] = {
  points: pointActions,
  exchange: exchangeActions,
  jobs: jobActions,
};
export type Base = { documents: Documents; nowMs: number };
let base: Promise<Base> | null = null;

async function prepareBase(): Promise<Base> {
  const town = await openTestTown({ functions, templates: testTemplates });
  for (const number of joinedHeads) await town.joinHead(1, number);
  for (const number of joinedHeads.slice(0, 9)) await town.joinHead(2, number);
  const helpers = helpersOf(town);
  for (const number of householdsWithPoints) await helpers.onNotice(number, 'military-service');
  await postAll(town);
  // What all this told people was delivered long ago.
  await town.engine.remove('messages', {});
  return { documents: documentsOf(town.engine), nowMs: town.clock.nowMs() };
}

/** What every town of the proof starts from; made once a process. */
export function proofBase(): Promise<Base> {
  base ??= prepareBase();
  return base;
}

type Chosen = 'wrapStore' | 'documents' | 'nowMs' | 'files' | 'randomSeed' | 'templates';

const ownRandomSeed = townRandomSeed + 1;
/** For a town that goes on where one of the proof stopped. */
export const forkRandomSeed = townRandomSeed + 2;

/**
 * A town of the proof from its base, in a few milliseconds. What two of them do never touches the
 * other.
 */
export async function openProofTown(
  options: Pick<TestTownOptions, Chosen> = {},
): Promise<ProofTown> {
  const { documents, nowMs } = await proofBase();
  const templates = testTemplates;
  const from = { documents, nowMs, functions, templates, randomSeed: ownRandomSeed };
  const town = await openTestTown({ ...from, ...options });
  return { ...town, ...helpersOf(town) };
}

/** A command id that no command in a town of the proof has. */
export function freshId(town: TestTown): string {
  return town.newId();
}
