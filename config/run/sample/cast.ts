import type { RegisterRow } from './columns';
import { rowsOfHousehold } from './register';
import {
  buildSampleTown,
  notYetJoinedHouseholdNumber,
  residentHouseholdNumber,
  type SampleVillage,
  sampleSeed,
} from './town';

export type CastJob =
  | 'resident'
  | 'cadre'
  | 'panel'
  | 'supervisor'
  | 'keeper'
  | 'second-administrator';

/** A person of the sample township with a phone in hand. */
export type CastMember = {
  openid: string;
  villageId: string;
  villageName: string;
  householdNumber: number;
  name: string;
  phone: string;
  job: CastJob;
};
/** The town's own staff stand in no household register. */
export type TownStaff = { openid: string; name: string; phone: string; job: 'town-admin' };

export type SampleCast = {
  /** The three default phones. */
  resident: CastMember;
  cadre: CastMember;
  keeper: CastMember;
  secondCadre: CastMember;
  /** The whole pool, because a panel is drawn from it at random. */
  panelMembers: CastMember[];
  supervisors: CastMember[];
  townAdministrator: TownStaff;
  /** To whom the founder gave the second office: no act of office is in force by one alone. */
  secondAdministrator: CastMember;
  /** In the register, not yet joined. */
  notYetJoined: CastMember;
};

/** A WeChat identity of the sample, as in `sample-resident-v03-h17`. */
export function sampleOpenid(job: CastJob, villageNumber: number, householdNumber: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `sample-${job}-v${two(villageNumber)}-h${two(householdNumber)}`;
}

/** The grown member of a household who acts: the office holder if there is one, else the head. */
function actingRow(village: SampleVillage, householdNumber: number): RegisterRow {
  const household = village.households[householdNumber - 1];
  const rows = household ? rowsOfHousehold(village, household) : [];
  const row = rows.find((candidate) => candidate.job !== '居民') ?? rows[0];
  if (!row) throw new Error(`no household ${householdNumber} in ${village.name}`);
  return row;
}

/** A person of a sample village who acts in a job, named as the register names them. */
export function castMember(
  village: SampleVillage,
  householdNumber: number,
  job: CastJob,
): CastMember {
  const row = actingRow(village, householdNumber);
  return {
    openid: sampleOpenid(job, village.villageNumber, householdNumber),
    villageId: village.villageId,
    villageName: village.name,
    householdNumber,
    name: row.name,
    phone: row.phone,
    job,
  };
}

/** Somebody with a phone whose household is near to nobody and holds nothing else. */
function secondAdministratorOf(town: readonly SampleVillage[]): CastMember {
  const village = town.at(-1);
  const household = [...(village?.households ?? [])]
    .reverse()
    .find(
      ({ householdNumber, kinHouseholdNumbers, members }) =>
        village !== undefined &&
        ![residentHouseholdNumber, notYetJoinedHouseholdNumber, village.keeperHousehold].includes(
          householdNumber,
        ) &&
        kinHouseholdNumbers.length === 0 &&
        members.every(({ job }) => job === '居民') &&
        castMember(village, householdNumber, 'resident').phone !== '',
    );
  if (!village || !household) throw new Error('nobody is left for the second office');
  return castMember(village, household.householdNumber, 'second-administrator');
}

/**
 * The people of one village who play the story.
 * @param villageNumber 1 to 10; the default phones belong to village 3
 */
export function buildCast(town: readonly SampleVillage[], villageNumber: number): SampleCast {
  const village = town.find((candidate) => candidate.villageNumber === villageNumber);
  if (!village) throw new Error(`no sample village ${villageNumber}`);
  const [cadre = 0, secondCadre = 0] = village.committeeHouseholds;
  const as = (job: CastJob) => (number: number) => castMember(village, number, job);
  return {
    resident: as('resident')(residentHouseholdNumber),
    cadre: as('cadre')(cadre),
    keeper: as('keeper')(village.keeperHousehold),
    secondCadre: as('cadre')(secondCadre),
    panelMembers: village.panelHouseholds.map(as('panel')),
    supervisors: village.supervisorHouseholds.map(as('supervisor')),
    townAdministrator: {
      openid: 'sample-town-admin',
      name: '镇样管',
      phone: '10000000001',
      job: 'town-admin',
    },
    secondAdministrator: secondAdministratorOf(town),
    notYetJoined: as('resident')(notYetJoinedHouseholdNumber),
  };
}

/** The cast of 示例三嘎查. */
export const sampleCast: SampleCast = buildCast(buildSampleTown(sampleSeed), 3);

/** Everybody of the cast in one list, each once, the three default phones first. */
export function listCast(cast: SampleCast): (CastMember | TownStaff)[] {
  const { resident, cadre, keeper, secondCadre, panelMembers, supervisors } = cast;
  const villagers = [resident, cadre, keeper, secondCadre, ...panelMembers, ...supervisors];
  return [...villagers, cast.notYetJoined, cast.secondAdministrator, cast.townAdministrator];
}
