import type { DocumentDefinition } from '../../cloudfunctions/town/documents/document';
import { render } from '../../cloudfunctions/town/documents/renderer/on-demand';
import {
  cardSheets,
  singleCards,
} from '../../cloudfunctions/town/documents/templates/household-card';
import { blocksThatDiffer, type Grey, greyOf, keepPicture, keptPicture } from './kept-picture';
import { look } from './printed';
import { cards, doorOf, noticeOf, sheetOf, statementOf } from './samples';

jest.setTimeout(120_000);

/**
 * What each document looks like: pictures that somebody looked at, one point of the paper each
 * dot. `UPDATE_PICTURES=1` makes them anew: then they are looked at again before the commit.
 */
const documents: Record<string, () => DocumentDefinition | Promise<DocumentDefinition>> = {
  'card-sheet': () => cardSheets(cards.slice(0, 10)),
  'single-card': () => singleCards(cards.slice(0, 1)),
  'village-code': () => doorOf('A4'),
  'shop-code-small': () => doorOf('A5', '示例三嘎查积分超市'),
  statement: () => statementOf(20),
  notice: () => noticeOf(8),
  'deed-sheet': () => sheetOf(6),
};

/** A handful of blocks of some thousands: more is something that has moved. */
const mostBlocks = 4;

async function seen(document: DocumentDefinition): Promise<Grey> {
  const { pages } = await look((await render(document, 0)).bytes);
  const [page] = pages;
  if (!page) throw new Error('nothing was printed');
  return greyOf(page);
}

test.each(Object.keys(documents))('%s looks as it did', async (name) => {
  const document = await documents[name]?.();
  if (!document) throw new Error(`there is no ${name}`);
  const grey = await seen(document);
  if (process.env.UPDATE_PICTURES) keepPicture(name, grey);
  expect(blocksThatDiffer(grey, await keptPicture(name))).toBeLessThanOrEqual(mostBlocks);
});

describe('what somebody would notice is noticed', () => {
  const [left, top, right, bottom] = [40, 40, 40, 50];
  const moved = (document: DocumentDefinition, by: number): DocumentDefinition => ({
    ...document,
    drawings: document.drawings.map((each) => ({ ...each, x: each.x + by })),
  });

  test('a code that stands a millimetre to the right', async () => {
    const other = moved(cardSheets(cards.slice(0, 10)), 2.83);
    const differ = blocksThatDiffer(await seen(other), await keptPicture('card-sheet'));
    expect(differ).toBeGreaterThan(mostBlocks * 10);
  });

  test('all lines half a millimetre lower', async () => {
    const margins: DocumentDefinition['margins'] = [left, top + 1.42, right, bottom];
    const other = { ...statementOf(20), margins };
    const differ = blocksThatDiffer(await seen(other), await keptPicture('statement'));
    expect(differ).toBeGreaterThan(mostBlocks * 10);
  });

  test('one line less, one word that is another, another size of the paper', async () => {
    const kept = await keptPicture('statement');
    const fewer = blocksThatDiffer(await seen(statementOf(19)), kept);
    expect(fewer).toBeGreaterThan(mostBlocks * 2);
    const [first, ...others] = cards.slice(0, 10);
    if (!first) throw new Error('there is no card');
    const renamed = cardSheets([{ ...first, household: '1号户 王*' }, ...others]);
    const sheet = await keptPicture('card-sheet');
    expect(blocksThatDiffer(await seen(renamed), sheet)).toBeGreaterThan(mostBlocks);
    expect(blocksThatDiffer(await seen(await doorOf('A5')), kept)).toBeGreaterThan(10_000);
  });

  test('and the same twice is the same', async () => {
    const document = statementOf(20);
    expect(blocksThatDiffer(await seen(document), await seen(document))).toBe(0);
  });
});
