import { exchange, people, town, wechat } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import goodsList from '../../catalogue/goods.json';
import { type Appointed, appoint } from '../appoint';
import type { Actor, CloudClient } from '../cloud-client';
import { confirmEntries } from '../confirm-entries';
import {
  buildCast,
  buildRegisterRows,
  buildSampleTown,
  buildShops,
  type CastMember,
  castMember,
  type SampleShop,
  type SampleVillage,
  sampleSeed,
  sampleTownName,
  writeRegisterSpreadsheet,
} from '../sample';
import { seedCommandId } from './ids';

export type SeedOptions = {
  client: CloudClient;
  foundingSecret: string;
  /** Which of the ten sample villages; all where it is left out. */
  villageNumbers?: readonly number[];
  /** Fixed for one data folder, so that seeding can be taken up again. */
  startedAtMs: number;
  say: (line: string) => void;
};

export type Township = {
  villages: SampleVillage[];
  shops: SampleShop[];
  administrator: Actor;
  /** The second of the two who enter acts of office. */
  second: Actor;
  /** The day it was seeded. */
  today: string;
  id: (label: string) => string;
};

const fundsFenPerVillage = 2_000_000;
/** 示例三嘎查: its people hold the three phones and play the story. */
export const storyVillageNumber = 3;

/** Joins a person of the register with the phone number that stands there. */
export async function joinWithPhone(
  client: CloudClient,
  { openid, villageId, householdNumber, name, phone }: CastMember,
  commandId?: string,
): Promise<void> {
  const person = client.as(openid);
  const known = await person.must(people.whoAmI, {});
  if (known.me) return;
  const { phoneToken } = await person.must(wechat.readPhoneNumber, { code: `phone:${phone}` });
  const input = { villageId, householdNumber, name, phoneToken, namesShown: true };
  const { state } = await person.must(people.join, input, commandId);
  if (state !== 'joined') throw new Error(`${openid} should have joined at once`);
}

const shelfFen = goodsList.reduce((sum, { startStock, costFen }) => sum + startStock * costFen, 0);

/** The villages of a shop pay for its goods in equal parts; the money came before it went. */
async function payForGoods(township: Township, { shopId, villageIds }: SampleShop) {
  const { administrator, id } = township;
  const partFen = Math.ceil(shelfFen / villageIds.length);
  for (const villageId of villageIds) {
    const came = { villageId, amountFen: partFen, source: 'collective-income' as const };
    await administrator.must(town.addFunds, came, id(`goods money ${shopId} ${villageId}`));
    const spent = { villageId, amountFen: -partFen, source: 'spent-on-goods' as const };
    await administrator.must(town.addFunds, spent, id(`goods paid ${shopId} ${villageId}`));
  }
}

/** The town pays and says what the shop offers; the keeper brings it in. */
async function stockShelf(
  client: CloudClient,
  township: Township,
  shop: SampleShop,
): Promise<void> {
  const { administrator, id } = township;
  const { shopId, keeper } = shop;
  await payForGoods(township, shop);
  await joinWithPhone(client, keeper, id(`join ${keeper.openid}`));
  for (const { startStock, id: goodsId, ...goods } of goodsList) {
    const offer = { shopId, goodsId, ...goods, kind: goods.kind as 'goods' | 'service' };
    await administrator.must(exchange.offerGoods, offer, id(`offer ${shopId} ${goodsId}`));
    const bought = { shopId, goodsId, change: startStock, reason: 'bought-in' as const };
    const keeping = client.as(keeper.openid);
    await keeping.must(exchange.moveStock, bought, id(`stock ${shopId} ${goodsId}`));
  }
}

/** As many at once as the functions have workers; more would only wait. */
const atOnce = 4;

async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const rest = [...items];
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function openShops(client: CloudClient, township: Township): Promise<void> {
  const { administrator, id } = township;
  await forEach(township.shops, async (shop) => {
    const { keeper, ...input } = shop;
    await administrator.must(town.openShop, input, id(`shop ${shop.shopId}`));
    await give(township, keeper, 'keeper', shop.shopId);
    await stockShelf(client, township, shop);
  });
}

/** Several at once, but told in their order. */
async function openVillages(township: Township, say: SeedOptions['say']): Promise<void> {
  const { administrator, villages, id } = township;
  const lines = new Map<SampleVillage, string>();
  const waiting = [...villages];
  await forEach(villages, async (village) => {
    const { villageId, name } = village;
    const opened = await administrator.must(town.openVillage, { villageId, name }, id(villageId));
    lines.set(village, `  ${name}:${opened.items} 个积分项目,${opened.matters} 个清单事项`);
    for (const next of [...waiting]) {
      const line = lines.get(next);
      if (line === undefined) break;
      say(line);
      waiting.shift();
    }
  });
}

async function importRegister(township: Township, say: SeedOptions['say']): Promise<void> {
  const { administrator, villages, id } = township;
  const names = new Set(villages.map(({ name }) => name));
  const rows = buildRegisterRows(sampleSeed).filter((row) => names.has(row.villageName));
  const bytes = await writeRegisterSpreadsheet(rows);
  const fileId = await administrator.upload(`registers/${id('register file')}.xlsx`, bytes);
  const { seen } = await administrator.must(town.previewRegister, { fileId });
  // What was seen belongs to the command: cut off, it finds less left to see.
  const { households, members } = await administrator.must(
    town.importRegister,
    { fileId, seen, answers: [] },
    id(`register ${seen}`),
  );
  say(`  户册导入:${households} 户,${members} 人`);
}

/** By the act of the two administrators; safe to run again. */
function give(
  township: Township,
  who: CastMember,
  role: Appointed['role'],
  place: string,
): Promise<void> {
  const { administrator, second, today, id } = township;
  const { villageId, householdNumber, name } = who;
  const ids = [id(`give ${who.openid} ${place}`), id(`confirm ${who.openid} ${place}`)];
  const office = { villageId, householdNumber, name, role, place };
  return appoint(office, today, [administrator, second], ids);
}

/** The founder's gift first, then committee, supervisors and panel of every village. */
async function fillOffices(options: SeedOptions, township: Township): Promise<void> {
  const { villages } = township;
  const { secondAdministrator } = buildCast(villages, villages[0]?.villageNumber ?? 1);
  await give(township, secondAdministrator, 'town-admin', 'town');
  const { openid } = secondAdministrator;
  await joinWithPhone(options.client, secondAdministrator, township.id(`join ${openid}`));
  await confirmEntries(township.second);
  options.say('  户册由第二位镇管理员核对过');
  const seats = villages.flatMap((village) => {
    const { committeeHouseholds, supervisorHouseholds, panelHouseholds, villageId } = village;
    const held = (role: 'cadre' | 'supervisor' | 'panel', households: readonly number[]) =>
      households.map((number) => [castMember(village, number, role), role, villageId] as const);
    return [
      ...held('cadre', committeeHouseholds),
      ...held('supervisor', supervisorHouseholds),
      ...held('panel', panelHouseholds),
    ];
  });
  await forEach(seats, ([who, role, place]) => give(township, who, role, place));
  options.say(`  任职:${seats.length} 个,都由两个人登记`);
}

/** The people of the village whose phones are shown; the other villages join as people scan. */
async function joinCast(options: SeedOptions, township: Township): Promise<void> {
  if (!township.villages.some((village) => village.villageNumber === storyVillageNumber)) return;
  const cast = buildCast(township.villages, storyVillageNumber);
  const staff = [cast.cadre, cast.secondCadre, ...cast.panelMembers, ...cast.supervisors];
  await forEach([cast.resident, cast.keeper, ...staff], (member) =>
    joinWithPhone(options.client, member, township.id(`join ${member.openid}`)),
  );
}

/** The sample township that was seeded at this moment, or will be. */
export function sampleTownship({
  client,
  villageNumbers,
  startedAtMs,
}: Pick<SeedOptions, 'client' | 'villageNumbers' | 'startedAtMs'>): Township {
  const all = buildSampleTown(sampleSeed);
  const wanted = villageNumbers ?? all.map((village) => village.villageNumber);
  const villages = all.filter((village) => wanted.includes(village.villageNumber));
  const ids = new Set(villages.map(({ villageId }) => villageId));
  const shops = buildShops(all)
    .filter((shop) => ids.has(shop.keeper.villageId))
    .map((shop) => ({ ...shop, villageIds: shop.villageIds.filter((id) => ids.has(id)) }));
  const administrator = client.as('sample-town-admin');
  const id = (label: string) => seedCommandId(label, startedAtMs);
  const { openid } = buildCast(villages, villages[0]?.villageNumber ?? 1).secondAdministrator;
  const second = client.as(openid);
  return { villages, shops, administrator, second, today: dayOf(startedAtMs), id };
}

/**
 * Founds the sample township through the same functions a real one uses: villages with scheme and
 * lists, the household register from a spreadsheet, money, shops with goods, people with phones.
 * Safe to run again after it was cut off.
 */
export async function seedTownship(options: SeedOptions): Promise<Township> {
  const { client, foundingSecret, say } = options;
  const township = sampleTownship(options);
  const { villages, shops, administrator, id } = township;
  const found = {
    foundingSecret,
    townName: sampleTownName,
    owner: `${sampleTownName}人民政府`,
    sample: true,
  };
  await administrator.must(town.foundTown, found, id('found'));
  await openVillages(township, say);
  await importRegister(township, say);
  await fillOffices(options, township);
  for (const { villageId } of villages) {
    const funds = { villageId, amountFen: fundsFenPerVillage, source: 'bridging-funds' as const };
    await administrator.must(town.addFunds, funds, id(`funds ${villageId}`));
  }
  await openShops(client, township);
  say(`  积分超市:${shops.length} 个,每个 ${goodsList.length} 种货`);
  await joinCast(options, township);
  return township;
}
