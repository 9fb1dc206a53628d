import { openBook } from '../../src/domain/search/book';
import { shippedTexts } from '../../src/domain/search/words';
import { readHeldOut } from '../support/held-out';
import { addressesOf } from './phrases';

const book = openBook(shippedTexts);
const asked = readHeldOut(__dirname);

test('phrases of somebody who has not seen the book lead where they should', () => {
  expect(asked.length).toBeGreaterThanOrEqual(150);
  const share = (most: number) => {
    const found = asked.filter(([phrase = '', answers = '']) =>
      addressesOf(book, phrase)
        .slice(0, most)
        .some((address) => answers.split('|').includes(address)),
    );
    return (100 * found.length) / asked.length;
  };
  expect(share(1)).toBeGreaterThanOrEqual(90);
  expect(share(3)).toBeGreaterThanOrEqual(97);
});
