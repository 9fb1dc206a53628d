import { appoint } from '../../config/run/appoint';
import { type Actor, type CloudClient, connect } from '../../config/run/cloud-client';
import { cloudOptions } from '../../config/run/cloud-options';
import { confirmEntries } from '../../config/run/confirm-entries';
import { type Cloud, type CloudOptions, startCloud } from '../../local-cloud';
import { people, town, wechat } from '../../src/contracts';
import { dayOf } from '../../src/domain/kernel/time';
import { importInput } from '../support/import-input';
import {
  registerRow,
  spreadsheetOf,
  testHeadName,
  testMembers,
  testPhone,
} from '../support/test-register';

export const villageId = 'v01';
export const shopId = 'shop-v01';
const villageName = '试一嘎查';
/** Of the test register: the first of the committee, and somebody without an office. */
const cadreNumber = 1;
const residentNumber = 13;
const secondNumber = 15;

export type PrintingCloud = {
  cloud: Cloud;
  client: CloudClient;
  administrator: Actor;
  cadre: Actor;
  resident: Actor;
};

const secrets = {
  jifenSecret: 'printing-secret-'.repeat(3),
  foundingSecret: 'printing-founding-'.repeat(2),
};

async function join(client: CloudClient, householdNumber: number): Promise<Actor> {
  const actor = client.as(`head-${householdNumber}`);
  const code = `phone:${testPhone(1, householdNumber)}`;
  const { phoneToken } = await actor.must(wechat.readPhoneNumber, { code });
  const name = testHeadName(householdNumber);
  const who = { villageId, householdNumber, name, phoneToken, namesShown: true };
  await actor.must(people.join, who);
  return actor;
}

/** The founder's gift: without a second administrator there is nobody to confirm an act. */
async function secondOf(founder: Actor, client: CloudClient): Promise<Actor> {
  const second = { villageId, householdNumber: secondNumber, name: testHeadName(secondNumber) };
  const day = dayOf(await client.nowMs());
  await appoint({ ...second, role: 'town-admin', place: 'town' }, day, [founder, founder]);
  const actor = await join(client, secondNumber);
  await confirmEntries(actor);
  return actor;
}

/** Everything that `town` does but printing, once. */
async function foundTown(client: CloudClient): Promise<Actor> {
  const administrator = client.as('administrator');
  const { foundingSecret } = secrets;
  const about = { townName: '试验镇', owner: '试验镇人民政府', sample: true };
  await administrator.must(town.foundTown, { foundingSecret, ...about });
  await administrator.must(town.openVillage, { villageId, name: villageName });
  const funds = { villageId, amountFen: 1_000_000, source: 'bridging-funds' as const };
  await administrator.must(town.addFunds, funds);
  const rows = testMembers(1).map((member) => registerRow(villageName, member));
  const path = 'registers/printing.xlsx';
  // Announced before it is stored.
  const fileId = await administrator.upload(path, await spreadsheetOf(rows));
  await administrator.must(town.previewRegister, { fileId });
  await administrator.must(town.importRegister, await importInput(administrator, fileId));
  await administrator.must(town.openShop, {
    ...{ shopId, name: '试一嘎查积分超市', kind: 'own', villageIds: [villageId] },
    ...{ address: '党群服务中心一楼', hours: '周二 9:00–16:00' },
  });
  const of = (number: number) => ({
    villageId,
    householdNumber: number,
    name: testHeadName(number),
  });
  const two = [administrator, await secondOf(administrator, client)] as const;
  const day = dayOf(await client.nowMs());
  await appoint({ ...of(cadreNumber), role: 'cadre', place: villageId }, day, two);
  await appoint({ ...of(residentNumber), role: 'keeper', place: shopId }, day, two);
  await administrator.must(town.readOverview, {});
  return administrator;
}

/**
 * A town on a cloud of its own in which everything that can be printed is there: one village of
 * sixteen households, a shop, codes for both doors.
 */
export async function openPrintingCloud(
  own: Pick<CloudOptions, 'functionsDirectory'> & { environment?: Record<string, string> } = {},
): Promise<PrintingCloud> {
  const { environment, ...rest } = own;
  const usual = cloudOptions(secrets);
  const cloud = await startCloud({
    ...{ ...usual, ...rest, port: 0, dataDirectory: null },
    environment: { ...usual.environment, ...environment },
  });
  try {
    const client = connect(cloud.url);
    const administrator = await foundTown(client);
    const cadre = await join(client, cadreNumber);
    for (const target of [{ kind: 'village' as const }, { kind: 'shop' as const, shopId }]) {
      await cadre.must(wechat.makeCode, { villageId, target });
    }
    return { cloud, client, administrator, cadre, resident: await join(client, residentNumber) };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}
