import type { Catalogue } from '../../src/domain/catalogue/types';
import certificatesNotIssued from './certificates-not-issued.json';
import fields from './fields.json';
import goods from './goods.json';
import legalTerms from './legal-terms.json';
import matters from './matters.json';
import pointItems from './point-items.json';
import reminders from './reminders.json';
import { catalogueFiles } from './schema';

/**
 * The township's starting data (plan 三(一)1 and 三(二)1), read strictly.
 * @throws ZodError naming the key when a file does not have the agreed shape
 */
export function readCatalogue(): Catalogue {
  return {
    fields: catalogueFiles.fields.parse(fields),
    pointItems: catalogueFiles.pointItems.parse(pointItems),
    reminders: catalogueFiles.reminders.parse(reminders),
    goods: catalogueFiles.goods.parse(goods),
    matters: catalogueFiles.matters.parse(matters),
    legalTerms: catalogueFiles.legalTerms.parse(legalTerms),
    certificatesNotIssued: catalogueFiles.certificatesNotIssued.parse(certificatesNotIssued),
  };
}
