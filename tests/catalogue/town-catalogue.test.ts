import { checkCatalogue } from '../../src/domain/catalogue/check-catalogue';
import { townCatalogue } from '../support/catalogue';

test('the catalogue of the tests’ towns breaks no rule either', () => {
  expect(checkCatalogue(townCatalogue)).toEqual([]);
});
