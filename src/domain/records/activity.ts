import { mostHouseholdsOfAnActivity } from '../../contracts/limits';
import type { PointItem } from '../../contracts/scheme';
import { sha256Hex } from '../kernel/hash';
import { refuse } from '../kernel/refusal';
import { areNearRelatives } from '../people/kin';
import type { Household } from '../people/types';
import { scoreDeed } from '../scheme/score';
import type { Deed, Scheme } from '../scheme/types';
import { itemOf, mustBeAnAllowedDay, mustBeOpenToTheDeclarer, mustBringEvidence } from './declare';
import type { Activity } from './types';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeDigits = 10;
const chanceDigits = 16;

/**
 * The id of a household's record of an activity. It follows from both, so that a run that is taken
 * up again finds what it made; a ULID with the activity's time.
 */
export function activityRecordId(activityId: string, householdId: string): string {
  const hash = sha256Hex(`record of an activity\n${activityId}\n${householdId}`);
  const chance = Array.from({ length: chanceDigits }, (_, index) => {
    const byte = Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16);
    return digits[byte % digits.length];
  });
  return activityId.slice(0, timeDigits) + chance.join('');
}

/** @throws Refusal `too-many-households` */
export function mustNotBeTooMany(householdIds: readonly string[]): void {
  const most = mostHouseholdsOfAnActivity;
  if (householdIds.length <= most) return;
  refuse(
    'too-many-households',
    `一次最多记 ${most} 户,现在选了 ${householdIds.length} 户。请分两次记。`,
  );
}

const numbersOf = (households: readonly Household[]) =>
  households.map(({ number }) => `${number}号户`).join('、');

/**
 * All of them are there, in the village, and none is the recorder's own or a near relative's.
 * @throws Refusal `household-not-found`, `other-village`, `own-household`, `near-relative`
 */
export function mustBeOthersOfTheVillage(
  households: readonly Household[],
  asked: { householdIds: readonly string[]; villageId: string },
  own: Household | null,
): void {
  if (households.length < asked.householdIds.length) {
    const missing = asked.householdIds.length - households.length;
    refuse('household-not-found', `有 ${missing} 户在户册里没有找到。请刷新后重新选。`);
  }
  const elsewhere = households.filter(({ villageId }) => villageId !== asked.villageId);
  if (elsewhere.length > 0) {
    const message = `有 ${elsewhere.length} 户不是这个嘎查村的,不能一起记。请重新选。`;
    refuse('other-village', message);
  }
  if (!own) return;
  const itself = households.filter(({ householdId }) => householdId === own.householdId);
  if (itself.length > 0) {
    const message = `${numbersOf(itself)}是您自己家,不能由自己记。请去掉这一户,让另一位同事记。`;
    refuse('own-household', message);
  }
  const near = households.filter((each) => areNearRelatives(each, own));
  if (near.length === 0) return;
  const message = `${numbersOf(near)}是您近亲属家,您要回避。请去掉,让另一位同事来记。`;
  refuse('near-relative', message, { householdIds: near.map(({ householdId }) => householdId) });
}

export type ActivityCommand = {
  activityId: string;
  villageId: string;
  recorderId: string;
  householdIds: readonly string[];
  deed: Deed;
  nowMs: number;
};

/**
 * The deed that all of them did, as the scheme in force scores it. Its photos are still as they
 * were uploaded.
 * @throws Refusal `item-not-found`, `item-not-for-you`, `day-not-allowed`, `units-needed`,
 *   `level-needed`, `photo-needed`, `photo-not-yours`
 */
export function decideActivity(scheme: Scheme, command: ActivityCommand): Activity {
  const { activityId, villageId, recorderId, householdIds, deed, nowMs } = command;
  const item: PointItem = itemOf(scheme, deed.itemId);
  mustBeOpenToTheDeclarer(item, true);
  mustBeAnAllowedDay(deed.day, nowMs);
  const score = scoreDeed(item, deed);
  const photos = [...new Set(deed.photos)];
  mustBringEvidence(item, photos);
  return {
    ...{ activityId, villageId, recorderId },
    itemId: item.id,
    itemName: item.name,
    householdHidden: item.householdHidden,
    schemeVersion: scheme.version,
    day: deed.day,
    units: deed.units ?? null,
    levelId: deed.levelId ?? null,
    points: score.points,
    standardText: score.text,
    note: deed.note ?? null,
    photos,
    evidenceHeld: photos.length > 0 || deed.note !== undefined,
    householdIds: [...householdIds],
    state: 'recording',
    left: [],
    recordedAtMs: nowMs,
  };
}
