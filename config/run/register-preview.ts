import { readRegisterFile } from '../../cloudfunctions/town/read-register';
import { Refusal } from '../../src/domain/kernel/refusal';
import { foldName } from '../../src/domain/people/names';
import { planRegister } from '../../src/domain/town/register/plan';

export type FilePreview = {
  members: {
    village: string;
    household: number;
    head: string;
    name: string;
    relation: string;
    phone: string | null;
    birthYear: number;
  }[];
  problems: { cell: string; message: string }[];
  notes: readonly string[];
};

/** A file that is no table has no cell to name. */
function refused(error: unknown): FilePreview {
  if (!(error instanceof Refusal)) throw error;
  return { members: [], problems: [{ cell: '', message: error.message }], notes: [] };
}

async function preview(bytes: Uint8Array, nowMs: number): Promise<FilePreview> {
  const read = await readRegisterFile(bytes, nowMs);
  const named = [...read.lines, ...read.minors].map(({ villageName }) => villageName);
  const villages = new Map(named.map((name) => [name, name]));
  const { problems, notes } = planRegister(read, villages, new Map());
  const members = read.lines.map((line) => ({
    village: line.villageName,
    household: line.householdNumber,
    head: foldName(line.headName),
    name: foldName(line.name),
    relation: line.relation,
    phone: line.phone ?? null,
    birthYear: line.birthYear,
  }));
  return { members, problems: problems.map(({ cell, message }) => ({ cell, message })), notes };
}

/** What a preview says in a town that opened the villages of the file and knows nobody yet. */
export function previewFile(bytes: Uint8Array, nowMs: number): Promise<FilePreview> {
  return preview(bytes, nowMs).catch(refused);
}
