import { mostDeedsOfAYear } from '../../contracts/limits';
import type { PointItem } from '../../contracts/scheme';
import { maskName } from '../kernel/names';
import { refuse } from '../kernel/refusal';
import { addDays, dayInWords, dayOf, daysBetween, endOfDayMs } from '../kernel/time';
import type { ByProxy, Household } from '../people/types';
import { allowanceLeft, isOnceOnly, type Used } from '../scheme/allowance';
import { type Fall, fallBecause, fallInWords, fallOf } from '../scheme/fall';
import { mustNotRepeat } from '../scheme/same-deed';
import { type Score, scoreDeed } from '../scheme/score';
import type { Deed, Scheme } from '../scheme/types';
import type { Mover } from './record-needs';
import type { DeedRecord, RecordStep } from './types';

/** A deed may be brought up this many days later, not more. */
export const latestDaysAfterTheDeed = 30;

/** 公示: five days, the first not counted, to the last one's end (plan 三(一)3; Civil Code 201). */
export const noticeDays = 5;

/** @returns the first instant after a notice that opens now */
export function noticeClosesAtMs(openedAtMs: number): number {
  return endOfDayMs(addDays(dayOf(openedAtMs), noticeDays));
}

/** @throws Refusal `item-not-found` */
export function itemOf(scheme: Scheme, itemId: string): PointItem {
  const item = scheme.items.find((each) => each.id === itemId);
  if (!item) refuse('item-not-found', '评分办法里没有这一项。请刷新后重新选。');
  return item;
}

/** @throws Refusal `item-not-for-you` */
export function mustBeOpenToTheDeclarer(item: PointItem, byCadre: boolean): void {
  if (item.declarers.includes(byCadre ? 'cadre' : 'resident')) return;
  const message = byCadre
    ? `“${item.name}”要由农户自己申报,不能现场代记。`
    : `“${item.name}”由嘎查村统一记,不用自己申报。没有记上可以找村里问。`;
  refuse('item-not-for-you', message);
}

/**
 * Nobody records their own household or near relatives.
 * @throws Refusal `own-household`, `near-relative`
 */
export function mustNotRecordInConflict({ ofTheHousehold, nearRelative }: Mover): void {
  if (ofTheHousehold) {
    refuse('own-household', '自己家的不能由自己记。请让另一位同事记,或用“申报”由家里人报。');
  }
  if (nearRelative) refuse('near-relative', '近亲属家的要回避。请让另一位同事来记。');
}

/** @throws Refusal `day-not-allowed` */
export function mustBeAnAllowedDay(day: string, nowMs: number): void {
  const today = dayOf(nowMs);
  const age = daysBetween(day, today);
  const exists = addDays(day, 0) === day;
  if (exists && age >= 0 && age <= latestDaysAfterTheDeed) return;
  const earliest = addDays(today, -latestDaysAfterTheDeed);
  refuse('day-not-allowed', `日期要在 ${dayInWords(earliest, today)} 到今天之间,请改一下日期。`, {
    earliestDay: earliest,
    latestDay: today,
  });
}

/**
 * Photos lie in the folder where phones may put them; anything else is not evidence.
 * @throws Refusal `photo-needed`, `photo-not-yours`
 */
export function mustBringEvidence(item: PointItem, photos: readonly string[]): void {
  if (item.evidence === 'photo' && photos.length === 0) {
    refuse('photo-needed', `“${item.name}”要有照片。请拍一张现场照片再交。`);
  }
  const uploaded = photos.every((photo) => /\/evidence\/[\w-]+\.(jpg|jpeg|png)$/i.test(photo));
  if (!uploaded) refuse('photo-not-yours', '有一张照片用不了。请重新拍一张再交。');
}

/**
 * Caps refuse nothing, so a household that is told of without end is stopped here.
 * @throws Refusal `too-many-deeds`
 */
function mustNotBeAFlood({ year }: Used): void {
  const own = year.filter(({ inherited }) => !inherited);
  if (own.length < mostDeedsOfAYear) return;
  refuse(
    'too-many-deeds',
    `这一户这一年记的和等核对的已有 ${own.length} 件,先不能再记。请找村里把等着的核对完。`,
  );
}

export type DeclareFacts = {
  scheme: Scheme;
  household: Household;
  used: Used;
};

export type DeclareCommand = {
  recordId: string;
  /** Where it is one of many; what shows it was looked at for all of them. */
  activityId?: string | undefined;
  personId: string;
  byCadre: boolean;
  /** Where somebody declares it for the household. */
  byProxy?: ByProxy | undefined;
  deed: Deed;
  /** Of the draw it promises; where the same deed was drawn for before, of that one. */
  seedHash: string;
  againOf?: string | undefined;
  /** Household of who records it, and its near relatives'. */
  involvedIds: readonly string[];
  nowMs: number;
};

type Scored = { item: PointItem; score: Score; fall: Fall; photos: string[]; capText: string };

function assess(facts: DeclareFacts, command: DeclareCommand): Scored {
  const { scheme, used } = facts;
  const { deed, byCadre, nowMs } = command;
  const item = itemOf(scheme, deed.itemId);
  mustBeOpenToTheDeclarer(item, byCadre);
  mustBeAnAllowedDay(deed.day, nowMs);
  mustNotBeAFlood(used);
  mustNotRepeat(item, deed, used);
  const score = scoreDeed(item, deed);
  const photos = [...new Set(deed.photos)];
  if (command.activityId === undefined) mustBringEvidence(item, photos);
  const left = allowanceLeft(item, deed.day, used);
  const fall = fallOf(item, score.points, left);
  const why = item.purse === 'both' ? `记之前:${fallBecause(fall, left)}` : '';
  return { item, score, fall, photos, capText: `${fallInWords(fall)}。${why}` };
}

/**
 * A deed becomes a record that waits for its check; the points are what the scheme in force says.
 * @throws Refusal `item-not-found`, `item-not-for-you`, `day-not-allowed`, `units-needed`,
 *   `level-needed`, `photo-needed`, `photo-not-yours`, `too-many-deeds`, `same-deed`,
 *   `same-deed-reason`
 */
export function decideDeclare(facts: DeclareFacts, command: DeclareCommand): DeedRecord {
  const { item, score, fall, photos, capText } = assess(facts, command);
  const { household, scheme } = facts;
  const { recordId, personId, byCadre, deed, seedHash, againOf, nowMs } = command;
  const first: RecordStep = {
    action: byCadre ? 'record-deed' : 'declare-deed',
    by: byCadre ? 'cadre' : 'declarer',
    personId,
    atMs: nowMs,
    state: 'waiting-check',
    reason: null,
  };
  return {
    recordId,
    ...(command.activityId !== undefined && { activityId: command.activityId }),
    villageId: household.villageId,
    householdId: household.householdId,
    householdNumber: household.number,
    householdName: maskName(household.headName),
    recorderId: personId,
    ...(command.byProxy && { byProxy: command.byProxy }),
    byCadre,
    itemId: item.id,
    itemName: item.name,
    fieldId: item.fieldId,
    householdHidden: item.householdHidden,
    schemeVersion: scheme.version,
    standardText: score.text,
    capText,
    onceOnly: isOnceOnly(item),
    ...(item.onceInALife && { onceInALife: true as const }),
    purse: item.purse,
    day: deed.day,
    units: score.units,
    levelName: score.levelName,
    points: fall.honour,
    spendable: fall.spendable,
    note: deed.note ?? null,
    photos,
    location: deed.location ?? null,
    evidenceHeld: photos.length > 0 || deed.note !== undefined || deed.location !== undefined,
    state: 'waiting-check',
    open: true,
    recordedAtMs: nowMs,
    involvedIds: [...command.involvedIds],
    seedHash,
    ...(againOf && { againOf }),
    frozen: null,
    drawDay: null,
    draw: null,
    votes: [],
    noticeId: null,
    noticeOpenedAtMs: null,
    closesAtMs: null,
    objectorId: null,
    objectedAtMs: null,
    postedAtMs: null,
    spendableState: 'none',
    steps: [first],
  };
}
