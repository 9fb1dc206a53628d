import { exchange, lists, people, points, wechat } from '../../../src/contracts';
import { addDays, dayOf } from '../../../src/domain/kernel/time';
import { actOf } from '../appoint';
import type { Actor } from '../cloud-client';
import { householdIdOf } from '../household-id';
import { checkRecord, letTheDrawFall, reviewRecord } from '../seed/carry';
import { seedCommandId } from '../seed/ids';
import { drawnPhoto } from '../seed/photo';
import { prepareActivity } from './prepare-activity';
import type { SampleCloud } from './sample-cloud';

/** What the pictures point at: one of everything that waits for somebody. */
export type Scenery = {
  onNotice: string;
  posted: string;
  toCheck: string;
  toReview: string;
  /** What twelve households did, waiting for its check. */
  activityId: string;
  /** Who was drawn to review it. */
  reviewer: string;
  openOrder: string;
  doneOrder: string;
  cardText: string;
  matterKey: string;
  /** Somebody's on the panel. */
  officeId: string;
  /** One that waits for its second person. */
  rollId: string;
};

function needed<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the sample has no ${what}`);
  return value;
}

async function recordFor(cloud: SampleCloud, household: number, itemId: string): Promise<string> {
  const { client, cast, villageId } = cloud;
  const nowMs = await client.nowMs();
  const cadre = client.as(cast.cadre.openid);
  const path = `evidence/${seedCommandId(`picture ${household} ${itemId}`, nowMs)}.png`;
  const householdId = await householdIdOf(cadre, villageId, household);
  const photos = [await cadre.upload(path, drawnPhoto(`picture ${household} ${itemId}`))];
  const deed = { householdId, itemId, day: dayOf(nowMs), photos };
  const { recordId } = await cadre.must(points.recordDeed, deed);
  return recordId;
}

async function findReviewer(cloud: SampleCloud, recordId: string): Promise<string> {
  for (const { openid } of cloud.cast.panelMembers) {
    const { records } = await cloud.client.as(openid).must(points.listRecords, {
      view: 'to-review',
    });
    if (records.some((record) => record.recordId === recordId)) return openid;
  }
  throw new Error('nobody was drawn to review');
}

/** Brings one record to each desk, places an order, and lets somebody ask to join. */
export async function prepareScenery(cloud: SampleCloud): Promise<Scenery> {
  const { client, cast, villageId, shopId } = cloud;
  const resident = client.as(cast.resident.openid);
  const carry = { ...cloud, id: (label: string) => seedCommandId(`picture ${label}`, Date.now()) };
  const toReview = await recordFor(cloud, cast.resident.householdNumber, 'sort-waste');
  const toNotice = await recordFor(cloud, 22, 'plant-trees');
  for (const recordId of [toReview, toNotice]) await checkRecord(carry, recordId);
  await letTheDrawFall(client);
  const reviewer = await findReviewer(cloud, toReview);
  await reviewRecord(carry, toNotice);
  const lines = [{ goodsId: 'soap', count: 1 }];
  const { goods } = await resident.must(exchange.listGoods, { shopId });
  const price = goods.find(({ goodsId }) => goodsId === 'soap')?.points ?? 0;
  const { orderId } = await resident.must(exchange.placeOrder, { shopId, lines, points: price });
  const { villageId: home, householdNumber, name } = cast.notYetJoined;
  const join = { villageId: home, householdNumber, name, namesShown: true };
  await client.as('sample-asks-to-join').must(people.join, join);
  await askToBeEntered(cloud);
  await invitePeople(cloud);
  const { pending } = await resident.must(points.readAccount, {});
  const { lines: entries } = await resident.must(points.readStatement, {});
  const { orders } = await resident.must(exchange.listOrders, {});
  const waiting = await client
    .as(cast.secondCadre.openid)
    .must(points.listRecords, { view: 'to-check' });
  const { cardText } = await resident.must(people.readHouseholdCard, {});
  await resident.must(people.setPin, { pin: '2580' });
  await prepareEvents(cloud);
  return {
    onNotice: needed(pending.find(({ state }) => state === 'on-notice')?.recordId, 'notice'),
    posted: needed(entries.find(({ recordId }) => recordId)?.recordId ?? undefined, 'entry'),
    toCheck: needed(waiting.records[0]?.recordId, 'record to check'),
    toReview,
    activityId: await prepareActivity(cloud),
    reviewer,
    openOrder: orderId,
    doneOrder: needed(orders.find(({ state }) => state === 'handed-over')?.orderId, 'order'),
    cardText,
    matterKey: await firstMatter(cloud, villageId),
    officeId: await prepareOffices(cloud),
    rollId: await prepareRolls(cloud),
  };
}

/** Somebody whom the register does not know asks to be entered in the resident's household. */
async function askToBeEntered({ client, cast, villageId }: SampleCloud): Promise<void> {
  const { householdNumber } = cast.resident;
  const asked = {
    ...{ villageId, name: '试常住', birthYear: 1986, residence: 'newcomer' as const },
    ...{ sinceMonth: '2024-03', householdNumber, namesShown: true },
  };
  await client.as('sample-asks-to-be-entered').must(people.askToBeEntered, asked);
}

const phoneTries = 4;

/** On a busy machine WeChat's side may not answer in time; as people do, it is tapped once more. */
async function provenPhone(guest: Actor, phone: string, issuedAtMs: number): Promise<string> {
  for (let count = 1; count < phoneTries; count += 1) {
    // A code works once, also where its answer came too late.
    const code = `phone:${phone}:${issuedAtMs}:${count}`;
    const answer = await guest.call(wechat.readPhoneNumber, { code });
    if (answer.ok) return answer.value.phoneToken;
  }
  const { phoneToken } = await guest.must(wechat.readPhoneNumber, { code: `phone:${phone}` });
  return phoneToken;
}

/** Two are invited by both administrators: one has taken it up, one has yet to. */
async function invitePeople({ client, cast }: SampleCloud): Promise<void> {
  const administrator = client.as(cast.townAdministrator.openid);
  const second = client.as(cast.secondAdministrator.openid);
  const day = dayOf(await client.nowMs());
  const untilDay = `${Number(day.slice(0, 4)) + 1}-11-01`;
  const act = { day, untilDay, place: 'town', cites: '旗农牧局派驻函', organisation: '旗农牧局' };
  const invite = async (role: 'observer' | 'accountant', name: string, phone: string) => {
    const { officeActId } = await administrator.must(people.invitePerson, {
      ...{ ...act, role, name, phone },
    });
    await second.must(people.answerOfficeAct, { officeActId, accept: true });
    return officeActId;
  };
  const taken = await invite('observer', '试派驻', '13900000021');
  await invite('accountant', '试会计', '13900000022');
  const { invitations } = await administrator.must(people.listInvitations, {});
  const code = invitations.find(({ officeActId }) => officeActId === taken)?.code;
  const guest = client.as('sample-observer');
  const phoneToken = await provenPhone(guest, '13900000021', await client.nowMs());
  const invitationCode = needed(code ?? undefined, 'code');
  await guest.must(people.acceptInvitation, { invitationCode, phoneToken });
}

/** The town enters that somebody new is on the panel; answers an office that is held. */
async function prepareOffices({ client, cast, villageId }: SampleCloud): Promise<string> {
  const { householdNumber, name } = cast.notYetJoined;
  const office = { villageId, householdNumber, name, role: 'panel', place: villageId } as const;
  const act = actOf(office, dayOf(await client.nowMs()));
  await client.as(cast.townAdministrator.openid).must(people.giveOffice, act);
  const { offices } = await client.as('sample-passer-by').must(people.listOffices, { villageId });
  return needed(offices.find(({ role }) => role === 'panel')?.officeId, 'office');
}

/** The town enters that somebody comes to live in the resident's household. */
async function prepareEvents({ client, cast, villageId }: SampleCloud): Promise<void> {
  const town = client.as(cast.townAdministrator.openid);
  const { householdNumber } = cast.resident;
  const asked = { villageId, householdNumber };
  const { householdId } = await town.must(people.readRegisterLines, asked);
  const line = {
    ...{ name: '乌兰例', birthYear: 1996, relation: 'child-in-law' as const },
    ...{ residence: 'local' as const, phone: '10029990001' },
  };
  const change = { kind: 'move-in' as const, line };
  await town.must(people.proposeLifeEvent, { householdId, change });
}

/** The collective's roll is confirmed, the representatives' waits; answers the one that waits. */
async function prepareRolls({ client, cast, villageId }: SampleCloud): Promise<string> {
  const town = client.as(cast.townAdministrator.openid);
  const { householdNumber } = cast.resident;
  const { lines } = await town.must(people.readRegisterLines, { villageId, householdNumber });
  const tomorrow = addDays(dayOf(await client.nowMs()), 1);
  const nobody = { base: 'empty' as const, seen: 0, without: [], picked: [], typed: [] };
  const roll = { ...nobody, villageId, fromDay: tomorrow };
  const { rollId } = await town.must(people.enterRoll, {
    ...{ ...roll, kind: 'collective', cites: '成员大会确认的名册' },
    picked: lines.map(({ memberId }) => ({ memberId })),
    typed: [{ name: '试外地' }],
  });
  const supervisor = client.as(cast.supervisors[0]?.openid ?? '');
  await supervisor.must(people.answerRoll, { rollId, accept: true });
  const waiting = await town.must(people.enterRoll, {
    ...{ ...roll, kind: 'representatives', cites: '村民代表推选结果公告' },
    picked: lines.slice(0, 2).map(({ memberId }) => ({ memberId, woman: true as const })),
  });
  return waiting.rollId;
}

async function firstMatter({ client }: SampleCloud, villageId: string): Promise<string> {
  const { matters } = await client.as('sample-passer-by').must(lists.listMatters, { villageId });
  const matter = matters.find(({ list }) => list === 'assist-government');
  return needed(matter?.key, 'matter');
}
