import { dayOf } from '../../src/domain/kernel/time';
import { numberKey } from '../../src/domain/people/household-number';
import type { Household, Member, Upload, Village } from '../../src/domain/people/types';
import { registerUploadId } from '../../src/domain/people/uploads';
import { foldVillage } from '../../src/domain/town/register/cell-text';
import type { ChangeAnswers } from '../../src/domain/town/register/changes';
import { planRegister, type RegisterPlan } from '../../src/domain/town/register/plan';
import { readTable } from '../../src/domain/town/register/read-table';
import type { ReadRegister, StoredHousehold } from '../../src/domain/town/register/types';
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
 * Reads the people of a register file as the office keeps it.
 * @throws Refusal of the file itself; what is wrong inside it stands in the problems
 */
export async function readRegisterFile(bytes: Uint8Array, nowMs: number): Promise<ReadRegister> {
  // Loaded when first used: no other action of this function has to wait for it.
  const { readFile } = await import('./spreadsheet/read-file');
  return readTable(readFile(bytes), dayOf(nowMs));
}

/**
 * Reads and checks a whole register file against what is stored.
 * @throws Refusal of the file itself; what is wrong inside it stands in the plan's problems
 */
export async function readRegister(
  fileId: string,
  { files, read, nowMs }: { files: Files; read: Reader; nowMs: number },
  answers: ChangeAnswers = new Map(),
): Promise<RegisterPlan> {
  const isAnnounced = await read.get<Upload>('uploads', registerUploadId(pathOf(fileId)));
  if (!isAnnounced) refuseMissingFile();
  const bytes = (await files.read(fileId, largestFileBytes)) ?? refuseMissingFile();
  if (bytes === 'too-large') refuseLargeFile();
  const register = await readRegisterFile(bytes, nowMs);
  const villages = await readAll<Village>(read, 'villages', { townId: 'town' }, 'villageId');
  const villageIds = new Map(
    villages.map((village) => [foldVillage(village.name), village.villageId]),
  );
  const named = new Set(register.lines.map((line) => villageIds.get(line.villageName)));
  const ids = [...named].filter((id) => id !== undefined);
  const stored = (await Promise.all(ids.map((id) => readStored(id, read)))).flat();
  const byKey = new Map(stored.map((each) => [keyOf(each.household), each]));
  return planRegister(register, villageIds, byKey, answers);
}
