import { createSecret } from '../../cloudfunctions/runtime/secret';
import { quickSeed } from '../../config/run/quick-seed';
import { exchange, town as townContracts } from '../../src/contracts';
import { addDays } from '../../src/domain/kernel/time';
import { openProofTown, type ProofTown } from '../proof/town';
import type { TestActor } from '../support/town';

/** `SEED=7 npx jest tests/security/codes` forges others. */
export const seed = quickSeed;

/** Keys of another installation, as long as ours. */
export const strangeSecret = createSecret('a secret of somebody else, long enough', {
  founding: 'open sesame, open',
});
/** The test town's own, for signatures made for another purpose. */
export const ourSecret = createSecret('a secret of the tests, long enough');

export type PickupStage = {
  town: ProofTown;
  keeper: TestActor;
  /** Keeps a shop in the other village. */
  otherKeeper: TestActor;
  codeFor(householdNumber: number): Promise<string>;
};

/** Two shops with their keepers, and households with open orders. */
export async function openPickupStage(): Promise<PickupStage> {
  const town = await openProofTown();
  await town.administrator.must(townContracts.openShop, {
    shopId: 'shop-v02',
    name: '试二嘎查积分超市',
    kind: 'own',
    villageIds: ['v02'],
    address: '村部一楼',
    hours: '周三 9:00–16:00',
  });
  const place = 'shop-v02';
  await town.appoint({ villageId: 'v02', householdNumber: 9, role: 'keeper', place });
  return {
    town,
    keeper: town.keeper,
    otherKeeper: town.head(9, 2),
    async codeFor(householdNumber) {
      const orderId = await town.order(householdNumber);
      return (await town.head(householdNumber).must(exchange.issuePickupCode, { orderId })).code;
    },
  };
}

/** What an envelope says: `ok` or the code of its refusal. */
export async function saidBy(answer: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await answer;
  return envelope.ok ? 'ok' : envelope.error.code;
}

/** The first moment of the next day at +08:00, as far as the clock has to go. */
export function untilTomorrowMs(town: ProofTown): number {
  const tomorrow = addDays(town.today(), 1);
  return Date.parse(`${tomorrow}T00:00:00+08:00`) - town.clock.nowMs();
}
