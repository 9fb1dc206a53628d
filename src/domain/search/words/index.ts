import type { BookText } from '../book';
import { certificateWords } from './certificates';
import { goodsWords } from './goods';
import { itemWords } from './items';
import { matterWords } from './matters';
import { pageWords } from './pages';

/** The book of everyday words that every phone brings along: what the catalogue ships. */
export const shippedTexts: BookText[] = [
  { kind: 'matter', text: matterWords },
  { kind: 'certificate', text: certificateWords },
  { kind: 'item', text: itemWords },
  { kind: 'goods', text: goodsWords },
  { kind: 'page', text: pageWords },
];
