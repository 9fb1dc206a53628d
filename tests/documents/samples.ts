import type { DocumentDefinition } from '../../cloudfunctions/town/documents/document';
import { deedSheet } from '../../cloudfunctions/town/documents/templates/deed-sheet';
import { doorCode } from '../../cloudfunctions/town/documents/templates/door-code';
import { noticeSheet } from '../../cloudfunctions/town/documents/templates/notice-sheet';
import { statement } from '../../cloudfunctions/town/documents/templates/statement';
import { getUnlimited } from '../../local-cloud/wechat/mini-codes';
import { mostHouseholdsOnAPage } from '../../src/contracts/limits';

/** What stands on the samples of printed documents. */
const edition = '2026年11月30日版 · 报码 1234 5674';
export const longName = '很长很长名字的示例三嘎查积分超市东街第二分店再加几个字';

const card = (number: number) => ({
  cardText: `JF.H.v01-${number}.0123456789abcdef`,
  household: `${number}号户 张*`,
  villageName: number === 2 ? longName : '示例三嘎查',
  edition,
});
export const cards = Array.from({ length: 12 }, (_, index) => card(index + 1));

const row = (index: number) => ({
  ...{ day: '2026-03-11', what: `加分 ${index % 3 ? '清草场' : longName}`, spendable: 3, held: 0 },
  ...{ honour: -2, spendableAfter: 100 + index, honourAfter: 99_999 },
});
/** A statement of so many lines. */
export const statementOf = (rows: number) =>
  statement({
    ...{ household: '17号户 张*', villageName: longName, edition, qrText: 'JF.P.12345674' },
    ...{ period: '2026年1月1日 — 2026年11月30日', printedOn: '2026年11月30日' },
    before: { spendable: 3, held: 0, honour: 100 },
    after: { spendable: 86, held: 5, honour: 132 },
    rows: Array.from({ length: rows }, (_, index) => row(index)),
  });

const lineOfNotice = (index: number) => ({
  ...{
    household: index % 7 === 3 ? '不公开' : `${index + 1}号户`,
    day: '11月29日',
    points: index + 1,
  },
  itemName: index % 5 === 4 ? longName : '清草场',
});
/** A notice of so many lines. */
export const noticeOf = (lines: number) =>
  noticeSheet({
    ...{ villageName: longName, from: '2026年11月30日', to: '2026年12月5日', edition },
    ...{ printedOn: '2026年11月30日', qrText: 'JF.P.12345674' },
    lines: Array.from({ length: lines }, (_, index) => lineOfNotice(index)),
    seal: { day: '11月29日', code: '0123 4567 8901' },
  });

/** A sheet of so many columns: a full page of households, and one that is not. */
export const sheetOf = (columns: number) =>
  deedSheet({
    ...{ villageName: longName, year: '2026' },
    columns: Array.from({ length: columns }, (_, index) => ({
      name: index === 1 ? '家里有人参加嘎查村环境整治' : '清草场',
      box: index === 2 ? '写县级或盟市级或自治区级' : '打✓',
    })),
    pages: [mostHouseholdsOnAPage, 3].map((rows) => ({
      rows: Array.from({ length: rows }, (_, index) => `${index + 1231}号户 欧阳*`),
      ...{ edition, qrText: 'JF.P.12345674' },
    })),
  });

/** A code for a door, as WeChat's stand-in draws it. */
export async function doorOf(paper: 'A4' | 'A5', name = '示例三嘎查'): Promise<DocumentDefinition> {
  const drawn = getUnlimited({ scene: 'v=v01', width: 860 });
  if (drawn.kind !== 'file') throw new Error('no code was drawn');
  const image = `data:image/png;base64,${Buffer.from(drawn.content).toString('base64')}`;
  const lines = ['加入本村 · 看公示', `地址:${longName}${longName}`];
  return doorCode({ name, lines, image, edition, paper });
}
