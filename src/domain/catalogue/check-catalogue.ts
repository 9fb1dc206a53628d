import { checkMatter } from './check-matters';
import { checkGoods, checkPointItem, checkReminder } from './check-points';
import type { Catalogue } from './types';

/** The plan's eight fields, in its own words and order (plan 三(一)1). */
export const fieldNamesOfThePlan = [
  '爱党爱国、学法守法',
  '生态宜居美丽乡村',
  '乡村产业发展',
  '人居环境整治',
  '新时代文明建设',
  '扶贫济困',
  '全民健康',
  '诚信评价',
] as const;

const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Ids are kebab-case English and each stands once. */
export function idsAreUniqueAndReadable(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length && ids.every((id) => idPattern.test(id));
}

/** The fields are the plan's eight, word for word and in its order. */
export function fieldsAreThoseOfThePlan(catalogue: Catalogue): boolean {
  const names = [...catalogue.fields].sort((a, b) => a.order - b.order).map((field) => field.name);
  return (
    names.length === fieldNamesOfThePlan.length &&
    fieldNamesOfThePlan.every((name, index) => names[index] === name) &&
    catalogue.fields.every((field, index) => field.order === index + 1)
  );
}

/** Every field holds at least one item, so that no part of the plan is left without points. */
export function everyFieldHasItems(catalogue: Catalogue): boolean {
  return catalogue.fields.every((f) => catalogue.pointItems.some((item) => item.fieldId === f.id));
}

/** Exceptions and legal terms speak of matters that exist. */
export function everyNamedMatterExists(catalogue: Catalogue): boolean {
  const keys = new Set(catalogue.matters.map((matter) => matter.key));
  const exceptions = catalogue.certificatesNotIssued.flatMap((c) => c.purposeExceptions ?? []);
  return (
    exceptions.every((e) => e.matterKey === undefined || keys.has(e.matterKey)) &&
    catalogue.legalTerms.every((terms) => keys.has(terms.matterKey))
  );
}

function checkIds(catalogue: Catalogue): string[] {
  const groups: [string, string[]][] = [
    ['方面', catalogue.fields.map((field) => field.id)],
    // Items and reminders share the entries' cause, so an id must not mean both.
    ['积分项目和提醒', [...catalogue.pointItems, ...catalogue.reminders].map((item) => item.id)],
    ['商品', catalogue.goods.map((goods) => goods.id)],
    ['事项', catalogue.matters.map((matter) => matter.key)],
    ['不能开的证明', catalogue.certificatesNotIssued.map((certificate) => certificate.id)],
    ['法定数字', catalogue.legalTerms.map((terms) => terms.matterKey)],
  ];
  return groups
    .filter(([, ids]) => !idsAreUniqueAndReadable(ids))
    .map(([name]) => `${name}:编号重复或不合写法`);
}

/**
 * Checks the whole catalogue.
 * @returns one zh-CN sentence for each broken rule, empty when everything holds
 */
export function checkCatalogue(catalogue: Catalogue): string[] {
  const problems = checkIds(catalogue);
  if (!fieldsAreThoseOfThePlan(catalogue)) problems.push('八个方面和方案写的不一样');
  if (!everyFieldHasItems(catalogue)) problems.push('有的方面没有积分项目');
  if (!everyNamedMatterExists(catalogue)) problems.push('提到了没有的事项');
  for (const certificate of catalogue.certificatesNotIssued) {
    const parts = [certificate.name, certificate.goTo, certificate.basis, certificate.note];
    if (parts.some((part) => part.trim() === '')) problems.push(`证明 ${certificate.id}:没填全`);
  }
  return [
    ...problems,
    ...catalogue.pointItems.flatMap((item) => checkPointItem(item, catalogue.fields)),
    ...catalogue.reminders.flatMap(checkReminder),
    ...catalogue.goods.flatMap(checkGoods),
    ...catalogue.matters.flatMap((m) => checkMatter(m, catalogue.certificatesNotIssued)),
  ];
}
