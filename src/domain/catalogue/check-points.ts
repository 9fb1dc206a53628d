import type { Cap, PointItem, Standard } from '../../contracts/scheme';
import { lintRule } from '../scheme/linter/lint-rule';
import { onePointIsAboutOneYuan } from './goods-cost';
import type { Goods, PointField, Reminder } from './types';

function isPositiveWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function pointsOf(standard: Standard): number[] {
  return standard.kind === 'levels'
    ? standard.levels.map((level) => level.points)
    : [standard.points];
}

/** Points are whole and above zero, and levels differ in name and id. */
export function standardGivesPositivePoints(standard: Standard): boolean {
  const points = pointsOf(standard);
  if (points.length === 0 || !points.every(isPositiveWhole)) return false;
  if (standard.kind === 'per-unit') {
    const { unit, step = 1, maximumUnits } = standard;
    return unit !== '' && isPositiveWhole(step) && isPositiveWhole(maximumUnits);
  }
  if (standard.kind === 'levels') {
    const distinct = (values: string[]) => new Set(values).size === values.length;
    const { levels } = standard;
    return distinct(levels.map((l) => l.id)) && distinct(levels.map((l) => l.name));
  }
  return true;
}

/** A cap limits something, by a whole number above zero. */
export function capIsPositive(cap: Cap): boolean {
  const limits = [cap.points, cap.times].filter((limit) => limit !== undefined);
  return limits.length > 0 && limits.every(isPositiveWhole);
}

/** A cap below the smallest award would make the item impossible to earn. */
export function capLeavesRoomForOneDeed(item: PointItem): boolean {
  const smallest = Math.min(...pointsOf(item.standard));
  return item.caps.every((cap) => cap.points === undefined || cap.points >= smallest);
}

/** 献血 stays unpaid: it may earn honour only. */
export function bloodDonationEarnsHonourOnly(item: PointItem): boolean {
  return !/献血/.test(item.name) || item.purse === 'honour';
}

/** 献血 and 体检 are health data: they never show a household, and never ask for a photo. */
export function healthItemHidesTheHousehold(item: PointItem): boolean {
  return !/献血|体检/.test(item.name) || (item.householdHidden && item.evidence === 'none');
}

/** Giving counts as taking part, never by the sum given. */
export function givingIsNotScoredByAmount(item: PointItem): boolean {
  return !/捐款|捐物/.test(item.name) || item.standard.kind === 'fixed';
}

/** Reminders take honour points only, as whole negative numbers. */
export function reminderTakesHonourPointsOnly(reminder: Reminder): boolean {
  return Number.isSafeInteger(reminder.honourPoints) && reminder.honourPoints < 0;
}

/** Goods cost at least the smallest redemption of 5 points. */
export function goodsReachTheMinimumRedemption(goods: Goods): boolean {
  return Number.isSafeInteger(goods.points) && goods.points >= 5;
}

/** Safety stock is 20 % of the starting stock, rounded up. */
export function safetyStockIsAFifth(goods: Goods): boolean {
  return isPositiveWhole(goods.startStock) && goods.safetyStock === Math.ceil(goods.startStock / 5);
}

/** What of a text is not a village's, read as the rules that it makes. */
function topicsOf(texts: readonly string[], follows: string): string[] {
  const verdicts = texts.map((text) => lintRule(`${text},${follows}`));
  const topics = verdicts.flatMap((verdict) => (verdict.lawful ? [] : [verdict.topic]));
  return [...new Set(topics)];
}

/**
 * Checks one point item against the rules of the plan's 三(一).
 * @returns one sentence for each broken rule
 */
export function checkPointItem(item: PointItem, fields: readonly PointField[]): string[] {
  const problems: string[] = [];
  const need = (holds: boolean, sentence: string) => {
    if (!holds) problems.push(`积分项目 ${item.id}:${sentence}`);
  };
  need(
    fields.some((field) => field.id === item.fieldId),
    '不在八个方面里',
  );
  need(item.name.trim() !== '' && item.guidance.trim() !== '', '名称或说明是空的');
  need(standardGivesPositivePoints(item.standard), '分值要是正整数');
  need(item.caps.every(capIsPositive), '上限要是正整数');
  need(capLeavesRoomForOneDeed(item), '上限比一次的分还少');
  need(item.declarers.length > 0, '没有人可以申报');
  need(bloodDonationEarnsHonourOnly(item), '献血只能加荣誉分');
  need(healthItemHidesTheHousehold(item), '健康类不能显示户、不能要照片');
  need(givingIsNotScoredByAmount(item), '捐赠不能按金额记分');
  const purse = item.purse === 'honour' ? '只记荣誉分' : '记分';
  for (const topic of topicsOf([item.name, item.guidance], purse)) {
    problems.push(`积分项目 ${item.id}:不能给“${topic}”记分`);
  }
  return problems;
}

/** @returns one sentence for each broken rule of a reminder */
export function checkReminder(reminder: Reminder): string[] {
  const problems: string[] = [];
  for (const topic of topicsOf([reminder.name, reminder.guidance], '减荣誉分')) {
    problems.push(`提醒 ${reminder.id}:不能涉及“${topic}”`);
  }
  if (!reminderTakesHonourPointsOnly(reminder)) {
    problems.push(`提醒 ${reminder.id}:只能减荣誉分`);
  }
  return problems;
}

/** @returns one sentence for each broken rule of goods or a service */
export function checkGoods(goods: Goods): string[] {
  const problems: string[] = [];
  if (!goodsReachTheMinimumRedemption(goods)) problems.push(`商品 ${goods.id}:不到 5 分`);
  if (!safetyStockIsAFifth(goods)) problems.push(`商品 ${goods.id}:安全库存不是两成`);
  if (!onePointIsAboutOneYuan(goods)) problems.push(`商品 ${goods.id}:1 分不合 1 元左右`);
  return problems;
}
