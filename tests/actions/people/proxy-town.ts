import { exchange, people, points } from '../../../src/contracts';
import type { Contract, InputOf } from '../../../src/contracts/contract';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import type { TestActor } from '../../support/town';
import { testShopId } from '../../support/town';

export const goodPin = '2580';

/** What a call came to, in a word. */
export async function codeOf<Of extends Contract>(
  actor: TestActor,
  contract: Of,
  input: InputOf<Of>,
): Promise<string> {
  const answer = await actor.call(contract as never, input as never);
  return answer.ok ? 'ok' : answer.error.code;
}

/** A town of the proof, and households of it that come without a phone. */
export async function openProxyTown() {
  const town = await openProofTown();
  return { ...town, ...helpersOf(town) };
}

export type ProxyTown = Awaited<ReturnType<typeof openProxyTown>>;

function helpersOf(town: ProofTown) {
  const of = (number: number) => householdId(town, `v01-${number}`);
  const document = (collection: string, id: string) =>
    town.engine.get(collection, id) as Record<string, unknown>;
  const cardOf = (number: number) =>
    `JF.H.${String(document('households', of(number)).cardId)}.${number}`;
  const personOf = (number: number) =>
    String(town.engine.find('persons', { query: { householdId: of(number) } })[0]?.personId);
  /** Card alone; a second person says that the household is there. */
  const begin = async (helper: number, household: number, second?: number) => {
    town.clock.advanceMs(1000);
    const { proxyId } = await town
      .head(helper)
      .must(people.beginProxy, { cardText: cardOf(household) });
    if (second) await town.head(second).must(people.confirmProxy, { proxyId });
    return proxyId;
  };
  const setPin = (household: number, pin = goodPin) =>
    town.head(household).must(people.setPin, { pin });
  const beginWithPin = async (helper: number, household: number, pin = goodPin) => {
    const input = { cardText: cardOf(household), pin };
    return (await town.head(helper).must(people.beginProxy, input)).proxyId;
  };
  const soap = (proxyId?: string) => ({
    ...{ shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 },
    ...(proxyId && { proxyId }),
  });
  const deed = (proxyId?: string) => ({
    ...{ itemId: 'errand-for-neighbour', day: town.today(), note: '又帮了一家', photos: [] },
    ...(proxyId && { proxyId }),
  });
  const orderFor = async (helper: number, proxyId: string) =>
    (await town.head(helper).must(exchange.placeOrder, soap(proxyId))).orderId;
  const declareFor = async (helper: number, proxyId: string) =>
    (await town.head(helper).must(points.declareDeed, deed(proxyId))).recordId;
  return {
    ...{ of, document, cardOf, personOf, begin, setPin, beginWithPin },
    ...{ soap, deed, orderFor, declareFor },
  };
}
