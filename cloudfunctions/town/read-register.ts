import { dayOf, yearOf } from '../../src/domain/kernel/time';
import { numberKey } from '../../src/domain/people/household-number';
import type { Household, Member, Upload, Village } from '../../src/domain/people/types';
import { registerUploadId } from '../../src/domain/people/uploads';
import { planRegister, type RegisterPlan, readLines } from '../../src/domain/town/register/plan';
import type { StoredHousehold } from '../../src/domain/town/register/types';
import { type Files, pathOf } from '../runtime/files';
import { readAll } from '../runtime/store/read-all';
import type { Reader } from '../runtime/store/store';
import { largestFileBytes, refuseLargeFile, refuseMissingFile } from './spreadsheet/refusals';

const keyOf = ({ villageId, number }: Household) => numberKey(villageId, number);

async function readStored(villageId: string, read: Reader): Promise<StoredHousehold[]> {
  const [households, members] = await Promise.all([
    readAll<Household>(read, 'households', { villageId }, 'number'),
    readAll<Member>(read, 'members', { villageId }, 'memberId'),
  ]);
  const byId = new Map(members.map((member) => [member.memberId, member]));
  return households.map((household) => ({
    household,
    members: household.memberIds.flatMap((id) => byId.get(id) ?? []),
  }));
}

/**
 * Reads and checks a whole register file against what is stored.
 * @throws Refusal of the file itself; what is wrong inside it stands in the plan's problems
 */
export async function readRegister(
  fileId: string,
  { files, read, nowMs }: { files: Files; read: Reader; nowMs: number },
): Promise<RegisterPlan> {
  const isAnnounced = await read.get<Upload>('uploads', registerUploadId(pathOf(fileId)));
  if (!isAnnounced) refuseMissingFile();
  const bytes = (await files.read(fileId, largestFileBytes)) ?? refuseMissingFile();
  if (bytes === 'too-large') refuseLargeFile();
  // Loaded when first used: no other action of this function has to wait for it.
  const { readRows } = await import('./spreadsheet/read-rows');
  const rows = await readRows(bytes);
  const villages = await readAll<Village>(read, 'villages', { townId: 'town' }, 'villageId');
  const villageIds = new Map(villages.map((village) => [village.name, village.villageId]));
  const register = readLines(rows, yearOf(dayOf(nowMs)));
  const named = new Set(register.lines.map((line) => villageIds.get(line.villageName)));
  const ids = [...named].filter((id) => id !== undefined);
  const stored = (await Promise.all(ids.map((id) => readStored(id, read)))).flat();
  const byKey = new Map(stored.map((each) => [keyOf(each.household), each]));
  return planRegister(register, villageIds, byKey);
}
