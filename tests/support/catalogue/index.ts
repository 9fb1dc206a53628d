import type { Catalogue } from '../../../src/domain/catalogue/types';
import { legalTerms, matters } from './matters';
import { pointItems } from './point-items';

const fieldNames = {
  'patriotism-and-law': '爱党爱国、学法守法',
  ecology: '生态宜居美丽乡村',
  industry: '乡村产业发展',
  'living-environment': '人居环境整治',
  civility: '新时代文明建设',
  'mutual-aid': '扶贫济困',
  health: '全民健康',
  integrity: '诚信评价',
};

/**
 * What the towns of the tests are opened with. It is their own: what a township ships in
 * `config/catalogue` may change without a test of a rule failing. Goods they put on the shelf
 * themselves; the certificates that nobody may issue are the state's, and the product's own.
 */
export const townCatalogue: Catalogue = {
  fields: Object.entries(fieldNames).map(([id, name], index) => ({ id, name, order: index + 1 })),
  pointItems,
  reminders: [
    { id: 'dumping-litter', name: '乱倒垃圾', honourPoints: -2, guidance: '清理干净就还回来。' },
    { id: 'burning-outdoors', name: '野外用火', honourPoints: -5, guidance: '改正了就还回来。' },
  ],
  matters,
  legalTerms,
  goods: [],
  certificatesNotIssued: [],
};
