import { readCatalogue } from '../../config/catalogue';
import { openBook } from '../../src/domain/search/book';
import { shippedTexts } from '../../src/domain/search/words';

test('all that the catalogue ships stands in the book, under its name', () => {
  const { matters, certificatesNotIssued, pointItems, goods } = readCatalogue();
  const shipped = [
    ...matters.map(({ key, name }) => `matter:${key} ${name}`),
    ...certificatesNotIssued.map(({ id, name }) => `certificate:${id} ${name}`),
    ...pointItems.map(({ id, name }) => `item:${id} ${name}`),
    ...goods.map(({ id, name }) => `goods:${id} ${name}`),
  ];
  const inBook = openBook(shippedTexts)
    .entries.filter(({ kind }) => kind !== 'page')
    .map(({ kind, id, name }) => `${kind}:${id} ${name}`);
  expect(inBook.sort()).toEqual(shipped.sort());
});
