import type { Contract, EnvelopeError } from '../contracts/contract';
import { listHouseholdNames } from '../contracts/people';
import { type KeptUse, listItems, listUses } from '../contracts/scheme';
import type { SoughtHousehold } from '../domain/people/find-household';
import { type Answer, call } from './call';
import { dropPack, isFreshPack, offlinePackKey, packFile, useOfflinePack } from './kept-pack';
import { keepScheme } from './kept-scheme';
import { keepText, readText } from './kept-text';
import { keep } from './storage';

type Names = SoughtHousehold & { memberCount: number };

/** What a committee member's phone records by without network. No telephone is in it. */
export type OfflinePack = {
  households: Names[];
  /** What counts towards the caps; null where it would not fit. */
  uses: KeptUse[] | null;
};

/** People come and go a few times a year: half a day is new enough. */
const newEnoughMs = 12 * 3_600_000;
const mostBytes = 1_000_000;

const tooLarge: EnvelopeError = {
  code: 'pack-too-large',
  message: '这个村的户名太多,这部手机存不下。没网时按户号记。',
};
const noRoom: EnvelopeError = {
  code: 'phone-full',
  message: '手机空间满了,没存下来。腾出一点空间,再点“更新”。',
};

/** Of the last one that was read or kept. */
let open: { keptAtMs: number; pack: OfflinePack } | null = null;

/** Null also for a file that was cut off while it was written. */
function packOf(text: string | null): OfflinePack | null {
  try {
    return JSON.parse(text ?? 'null') as OfflinePack | null;
  } catch {
    return null;
  }
}

/** What this phone keeps of a village; null where that is nothing, or older than a week. */
export async function readPack(
  villageId: string,
): Promise<(OfflinePack & { keptAtMs: number }) | null> {
  const { about } = useOfflinePack.getState();
  if (about?.villageId !== villageId || !isFreshPack(about)) return null;
  const { keptAtMs } = about;
  if (open?.keptAtMs !== keptAtMs) {
    const pack = packOf(await readText(packFile));
    if (pack === null) return null;
    open = { keptAtMs, pack };
  }
  return { ...open.pack, keptAtMs };
}

/** WeChat has no TextEncoder. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

type Paged = { next: string | null };

/** Page by page; half a village would hide the other half. */
async function everyPage<Value extends Paged>(
  contract: Contract<{ villageId: string; after?: string | undefined }, Value>,
  villageId: string,
): Promise<Answer<Value[]>> {
  const pages: Value[] = [];
  let after: string | null = null;
  do {
    const from: { after?: string } = after === null ? {} : { after };
    const answer: Answer<Value> = await call(contract, { villageId, ...from });
    if (!answer.ok) return answer;
    pages.push(answer.value);
    after = answer.value.next;
  } while (after !== null);
  return { ok: true, value: pages };
}

async function askForPack(villageId: string): Promise<Answer<OfflinePack>> {
  const [names, used, scheme] = await Promise.all([
    everyPage(listHouseholdNames, villageId),
    everyPage(listUses, villageId),
    call(listItems, { villageId }),
  ]);
  if (!names.ok) return names;
  if (!used.ok) return used;
  if (!scheme.ok) return scheme;
  keepScheme(villageId, scheme.value);
  const households = new Map<string, Names>();
  for (const each of names.value.flatMap((page) => page.households)) {
    households.set(each.householdId, { ...each, memberNames: [] });
  }
  for (const { householdId, name } of names.value.flatMap((page) => page.members)) {
    households.get(householdId)?.memberNames.push(name);
  }
  const uses = used.value.flatMap((page) => page.uses);
  return { ok: true, value: { households: [...households.values()], uses } };
}

/** The text of as much as fits; null where not even the names do. */
function fitting(pack: OfflinePack): { pack: OfflinePack; text: string; bytes: number } | null {
  for (const each of [pack, { ...pack, uses: null }]) {
    const text = JSON.stringify(each);
    const bytes = bytesOf(text);
    if (bytes <= mostBytes) return { pack: each, text, bytes };
  }
  return null;
}

async function update(villageId: string): Promise<EnvelopeError | null> {
  const answer = await askForPack(villageId);
  if (!answer.ok) return answer.error;
  const fits = fitting(answer.value);
  if (!fits) return tooLarge;
  const { pack, text, bytes } = fits;
  const keptAtMs = Date.now();
  const households = pack.households.length;
  const about = { villageId, keptAtMs, households, bytes, withUses: pack.uses !== null };
  if (!(await keepText(packFile, text)) || !keep(offlinePackKey, about)) {
    await dropPack();
    return noRoom;
  }
  open = { keptAtMs, pack };
  useOfflinePack.setState({ about });
  return null;
}

let updating: { villageId: string; done: Promise<EnvelopeError | null> } | null = null;

/**
 * Keeps a new pack; without an answer the old one stays.
 * @returns why there is no new one, null where there is
 */
export function updatePack(villageId: string): Promise<EnvelopeError | null> {
  if (updating?.villageId === villageId) return updating.done;
  const done = update(villageId).finally(() => {
    updating = null;
  });
  updating = { villageId, done };
  return done;
}

/** Asks for a new one where what is there is of another village or half a day old. */
export async function keepPack(villageId: string): Promise<void> {
  const { about } = useOfflinePack.getState();
  const isNew = about && Math.abs(Date.now() - about.keptAtMs) < newEnoughMs;
  if (!isNew || about.villageId !== villageId) await updatePack(villageId);
}
