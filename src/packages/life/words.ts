import type { HeldRole } from '../../client/session';
import type { ValueOf } from '../../contracts/contract';
import type { LifeKind, listLifeEvents, readRegisterLines } from '../../contracts/life';
import { dayOf, wholeDayInWords } from '../../domain/kernel/time';
import { relationWords } from '../../domain/people/life/relations';

export type LifeEvent = ValueOf<typeof listLifeEvents>['events'][number];
export type HouseholdLines = ValueOf<typeof readRegisterLines>;

export const kindWords: Readonly<Record<LifeKind, string>> = {
  children: '出生、孩子人数',
  adult: '满18岁',
  'move-in': '迁入',
  'move-out': '迁出',
  marry: '搬到另一户',
  head: '换户主',
  number: '换户号',
  death: '去世',
  split: '分户',
  merge: '并户',
  end: '销户',
};

type Words = 'kind' | 'householdNumber' | 'name' | 'line' | 'relation';
type Numbers = 'minors' | 'was' | 'headName' | 'otherNumber' | 'split' | 'gone';
/** What the words of an event are made of. */
export type Told = Pick<LifeEvent, Words | Numbers>;

const who = ({ name, line }: Told) => line?.name ?? name ?? '一位家人';

/** `试新人,1990年生,配偶,100****0001`. */
function lineInWords(told: Told): string {
  const { line } = told;
  if (!line) return who(told);
  const { name, birthYear, relation, phone, residence } = line;
  const parts = [name, `${birthYear}年生`, relationWords[relation]];
  const from = residence === 'newcomer' ? ['外来常住'] : [];
  return [...parts, ...from, phone ? `手机 ${phone}` : '没有登记手机'].join(',');
}

/** `包例、张例、孩子 1 个`. */
function whoSplitsOff({ split }: Told): string {
  const { leaving = '', minors = 0 } = split ?? {};
  return minors > 0 ? `${leaving}、孩子 ${minors} 个` : leaving;
}

/** How the points of a household that splits are divided. */
function divisionInWords({ split }: Told): string {
  if (!split?.lots) return '积分按人头分,除不尽的留在原来的户';
  const lots = split.lots.map(({ lastDay, points }) => {
    return `${points} 分用到 ${wholeDayInWords(lastDay)}`;
  });
  return `分走 ${lots.join(',') || '0 分'}`;
}

/** Who agreed to the division, and whose signature is missing; empty where nobody has to. */
function signaturesInWords({ split }: Told): string {
  if (!split?.lots) return '';
  const parts = [
    split.signed && `手机上签了:${split.signed}`,
    split.onPaper && `纸上签了:${split.onPaper}`,
    split.missing && `还没签:${split.missing}`,
  ];
  return parts.map((part) => (part ? `${part}。` : '')).join('');
}

/** What happened, in one sentence. */
export function whatOf(told: Told): string {
  const { kind, minors, was, otherNumber } = told;
  switch (kind) {
    case 'children':
      return `家里的孩子从 ${was} 个变成 ${minors} 个`;
    case 'adult':
      return `满18岁,记进户册:${lineInWords(told)}`;
    case 'move-in':
      return `迁入,记进户册:${lineInWords(told)}`;
    case 'move-out':
      return `${who(told)} 迁出`;
    case 'marry':
      return `${who(told)} 搬到 ${otherNumber}号户`;
    case 'head':
      return `户主换成 ${who(told)}`;
    case 'number':
      return `户号改成 ${otherNumber}号`;
    case 'death':
      return `${who(told)} 去世`;
    case 'split':
      return `${whoSplitsOff(told)} 分出去,立 ${otherNumber}号户`;
    case 'merge':
      return `整户并入 ${otherNumber}号户`;
    case 'end':
      return told.gone === 'moved' ? '最后一个人搬走了,销户' : '最后一个人去世了,销户';
  }
}

const joinsAnew = '登记了手机号的,本人用手机号就能加入';
const pointsStay = ({ householdNumber }: Told) => `积分留在 ${householdNumber}号户`;

function afterwards(told: Told): string {
  switch (told.kind) {
    case 'children':
      return '只记个数,不记姓名。';
    case 'adult':
      return `孩子少算一个。${joinsAnew}。`;
    case 'move-in':
      return `${joinsAnew}。`;
    case 'move-out':
      return `这个人的手机马上退出本户。${pointsStay(told)}。`;
    case 'marry':
      return `手机马上退出本户,到那一户要重新加入。${pointsStay(told)}。两家以后算近亲,互相回避。`;
    case 'head':
      return '积分、户码卡都不变。';
    case 'number':
      return '积分、户码卡都不变,原来的号空出来。';
    case 'death':
      return `从户册上去掉,姓名、日期和原因都不留。${pointsStay(told)}。`;
    case 'split':
      return `${divisionInWords(told)}。${signaturesInWords(told)}新户荣誉分从 100 起,两户以后算近亲。`;
    case 'merge':
      return '兑换分都转过去,年份不变;荣誉分取高的。原来的户号不再用,账还查得到。';
    case 'end':
      return '没取的兑换单退掉,剩下的兑换分留 30 天。户号不再用,账还查得到。';
  }
}

/** What it brings about, for whoever is about to say yes. */
export function whatFollows(told: Told): string {
  const { headName } = told;
  return `${afterwards(told)}${headName ? `户主换成 ${headName}。` : ''}`;
}

const bodies: Record<LifeEvent['proposedAs'], string> = {
  cadre: '村委会',
  supervisor: '监委会',
  'town-admin': '镇里',
};

/** `村委会登记,监委会确认,2026年11月2日`: by whom it was done, and how it stands. */
export function standing(event: LifeEvent): string {
  const { state, proposedAs, settledAs, settledAtMs, proposedAtMs } = event;
  const by = `${bodies[proposedAs]}登记`;
  if (state === 'proposed' || settledAs === null) {
    const day = wholeDayInWords(dayOf(proposedAtMs));
    return state === 'proposed' ? `${by},等第二个人确认` : `${by},又撤回了,${day}`;
  }
  const day = wholeDayInWords(dayOf(settledAtMs ?? proposedAtMs));
  return `${by},${bodies[settledAs]}${state === 'done' ? '确认' : '没同意'},${day}`;
}

/** Whether somebody is one of the two who enter it. */
export const entersEvents = (roles: readonly HeldRole[], villageId: string) =>
  roles.some(
    ({ role, place }) =>
      role === 'town-admin' || (['cadre', 'supervisor'].includes(role) && place === villageId),
  );
