import { confirmEntries } from '../../config/run/confirm-entries';
import { exchange, people, town as townContracts, wechat } from '../../src/contracts';
import { importInput } from '../support/import-input';
import { registerRow, spreadsheetOf, testHeadName, testMembers } from '../support/test-register';
import { testShopId } from '../support/town';
import { codeOfInvitation, invitedPhone } from './ready/invitations';
import { newcomer as unknownOne } from './ready/people';
import type { ProofTown } from './town';

/** Nobody else's; whoever has it joins at once. */
const newPhone = '13900000007';

/** A register of one more household, in the village that is called by these words. */
async function importInto(town: ProofTown, villageName: string): Promise<void> {
  const [head] = testMembers(1);
  if (!head) throw new Error('a register has its first household');
  const newcomer = { ...head, phone: newPhone, relatives: '' };
  const fileId = town.putFile(
    'third.xlsx',
    await spreadsheetOf([registerRow(villageName, newcomer)]),
  );
  await town.administrator.must(
    townContracts.importRegister,
    await importInput(town.administrator, fileId),
  );
}

/** The committee of a new village joins, once they know how. */
async function settleIn(town: ProofTown, villageId: string): Promise<void> {
  const name = testHeadName(1);
  const newcomer = town.as('settles-in');
  const asksToo = { ...unknownOne, villageId };
  await town.as('asks-too').must(people.askToBeEntered, asksToo);
  const input = { villageId, householdNumber: 1, name, namesShown: true };
  expect(await newcomer.must(people.join, input)).toEqual({ state: 'waiting' });
  // A second person looks at what the town entered; from then on the number proves it.
  await confirmEntries(town.secondAdministrator);
  const { phoneToken } = await newcomer.must(wechat.readPhoneNumber, { code: `phone:${newPhone}` });
  expect(await newcomer.must(people.join, { ...input, phoneToken })).toEqual({ state: 'joined' });
}

const villageId = 'v03';

/** What is done next with something that was given its name, so that the name is copied on. */
export const afterwards: Readonly<Record<string, (town: ProofTown) => Promise<unknown>>> = {
  'town.found-town': (town) =>
    town.administrator.must(townContracts.openVillage, { villageId, name: '试三嘎查' }),
  async 'town.open-village'(town) {
    const where = { villageIds: [villageId], address: '村部', hours: '周二' };
    const shop = { shopId: 'shop-v03', name: '超市', kind: 'own' as const, ...where };
    await town.administrator.must(townContracts.openShop, shop);
    await importInto(town, String(town.engine.get('villages', villageId)?.name));
    await settleIn(town, villageId);
  },
  async 'people.invite-person'(town) {
    const [act] = town.engine.find('office-acts', { query: { basis: 'invited' } });
    const officeActId = String(act?.officeActId);
    await town.secondAdministrator.must(people.answerOfficeAct, { officeActId, accept: true });
    const invitationCode = await codeOfInvitation(town, officeActId);
    const guest = town.as('the-invited');
    const code = `phone:${invitedPhone}`;
    const { phoneToken } = await guest.must(wechat.readPhoneNumber, { code });
    await guest.must(people.acceptInvitation, { invitationCode, phoneToken });
  },
  'town.open-shop': (town) => {
    const place = 'shop-v02';
    return town.appoint({ villageId: 'v02', householdNumber: 9, role: 'keeper', place });
  },
  async 'exchange.offer-goods'(town) {
    const goods = { shopId: testShopId, goodsId: 'towel' };
    await town.keeper.must(exchange.moveStock, { ...goods, change: 5, reason: 'bought-in' });
    const lines = [{ goodsId: 'towel', count: 1 }];
    const order = { shopId: testShopId, lines, points: 8 };
    const { orderId } = await town.head(8).must(exchange.placeOrder, order);
    await town.scan(orderId);
    await town.keeper.must(exchange.handOver, { orderId });
  },
};
