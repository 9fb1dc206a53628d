import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { documents, points, wechat } from '../../src/contracts';
import type { InputOf, ValueOf } from '../../src/contracts/contract';
import { mayStandOnASheet } from '../../src/domain/documents/sheet-items';
import { buildFunctions } from './build';
import type { Actor } from './cloud-client';
import { openSampleCloud, type SampleCloud } from './pictures/sample-cloud';
import { say } from './progress';

const usage = `npm run -s print -- --document NAME --out FILE
  my-card                               本户的户码
  statement --from 日子 --to 日子       本户的积分明细
  cards [--from 户号 --to 户号]         全村的户码,一张 A4 十个
  card --from 户号 --to 户号            一户一张卡
  village-code [--paper A4|A5]          贴在村口的码
  shop-code [--paper A4|A5]             贴在超市门口的码
  notice                                贴在公开栏上的公示单
  deed-sheet [--from 户号 --to 户号]    带到现场写的记分单`;

const options = {
  document: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  paper: { type: 'string', default: 'A4' },
} as const;

type Wanted = { document: string; out: string; from?: string; to?: string; paper: 'A4' | 'A5' };
type Rendering = ValueOf<typeof documents.printMine>;

function readWanted(): Wanted | null {
  const { values } = parseArgs({ options });
  const { document, out, paper, ...days } = values;
  if (!document || !out || (paper !== 'A4' && paper !== 'A5')) return null;
  return { document, out, paper, ...days };
}

async function fetchAll(who: Actor, { renderingId, pieces }: Rendering): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const { base64 } = await who.must(documents.readPrintPiece, { renderingId, piece });
    parts.push(Buffer.from(base64, 'base64'));
  }
  return Buffer.concat(parts);
}

type VillagePrint = InputOf<typeof documents.printForVillage>['print'];

async function noticePrint({ villageId, client, cast }: SampleCloud): Promise<VillagePrint> {
  const cadre = client.as(cast.cadre.openid);
  const { notices } = await cadre.must(points.readBoard, { villageId });
  const [notice] = notices;
  if (!notice) throw new Error('现在没有正在公示的。');
  return { document: 'notice', noticeId: notice.noticeId };
}

const numbersOf = ({ from, to }: Wanted) => ({
  ...(from && { fromNumber: Number(from) }),
  ...(to && { toNumber: Number(to) }),
});

/** With four of the items that are recorded most. */
async function sheetPrint(wanted: Wanted, { villageId, client, cast }: SampleCloud) {
  const { items } = await client.as(cast.cadre.openid).must(points.listItems, { villageId });
  const common = items.filter((item) => item.common && mayStandOnASheet(item));
  const itemIds = common.slice(0, 4).map(({ id }) => id);
  return { document: 'deed-sheet' as const, itemIds, ...numbersOf(wanted) };
}

function villagePrint(wanted: Wanted, shopId: string): VillagePrint | null {
  const { document, paper } = wanted;
  const numbers = numbersOf(wanted);
  if (document === 'cards') return { document: 'household-cards', format: 'sheet', ...numbers };
  if (document === 'card') return { document: 'household-cards', format: 'single', ...numbers };
  if (document === 'village-code') return { document, paper };
  return document === 'shop-code' ? { document, paper, shopId } : null;
}

function wantedPrint(wanted: Wanted, cloud: SampleCloud) {
  if (wanted.document === 'notice') return noticePrint(cloud);
  if (wanted.document === 'deed-sheet') return sheetPrint(wanted, cloud);
  return villagePrint(wanted, cloud.shopId);
}

async function printForVillage(wanted: Wanted, cloud: SampleCloud): Promise<Uint8Array | null> {
  const { villageId, shopId, client, cast } = cloud;
  const print = await wantedPrint(wanted, cloud);
  if (!print) return null;
  const cadre = client.as(cast.cadre.openid);
  if (print.document === 'village-code' || print.document === 'shop-code') {
    const isShop = print.document === 'shop-code';
    const target = isShop ? { kind: 'shop' as const, shopId } : { kind: 'village' as const };
    await cadre.must(wechat.makeCode, { villageId, target });
  }
  return fetchAll(cadre, await cadre.must(documents.printForVillage, { villageId, print }));
}

async function printMine(
  wanted: Wanted,
  { client, cast }: SampleCloud,
): Promise<Uint8Array | null> {
  const { document, from = '', to = '' } = wanted;
  const resident = client.as(cast.resident.openid);
  if (document !== 'my-card' && document !== 'statement') return null;
  const period = { document: 'statement' as const, from, to };
  const print = document === 'statement' ? period : householdCard;
  return fetchAll(resident, await resident.must(documents.printMine, { print }));
}

const householdCard = { document: 'household-card' as const };

/** Prints one document of the sample town, as a phone would have it printed, into a file. */
async function main(): Promise<void> {
  const wanted = readWanted();
  if (!wanted) {
    say(usage);
    process.exitCode = 1;
    return;
  }
  await buildFunctions();
  const cloud = await openSampleCloud({ history: true });
  try {
    const bytes = (await printMine(wanted, cloud)) ?? (await printForVillage(wanted, cloud));
    if (!bytes) throw new Error(`没有叫 ${wanted.document} 的。可以印的有:\n${usage}`);
    const file = path.resolve(wanted.out);
    writeFileSync(file, bytes);
    say(`印好了 ${file},${Math.ceil(bytes.length / 1000)} KB。`);
  } finally {
    await cloud.stop();
  }
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
