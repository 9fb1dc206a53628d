import type { RegisterRow } from './columns';
import { sampleYear } from './households';
import { buildSampleTown, type SampleHousehold, type SampleVillage } from './town';

/**
 * Made-up phone number: `100` begins no mobile number, then village, household, member.
 * @param memberIndex 0 for the head
 */
export function samplePhone(villageNumber: number, householdNumber: number, memberIndex: number) {
  const two = (value: number) => String(value).padStart(2, '0');
  const member = String(memberIndex + 1).padStart(4, '0');
  return `100${two(villageNumber)}${two(householdNumber)}${member}`;
}

/** Minors and about half of the eldest have no phone: the product must serve them too. */
function hasPhone(household: SampleHousehold, memberIndex: number): boolean {
  const age = sampleYear - (household.members[memberIndex]?.birthYear ?? sampleYear);
  if (age < 18) return false;
  return age < 72 || household.householdNumber % 2 === 0;
}

function noteOf(household: SampleHousehold, phone: string, birthYear: number): string {
  if (household.residence === '外来长住') return '从外地来,住满三年';
  return phone === '' && sampleYear - birthYear >= 72 ? '没有手机,用户码' : '';
}

/** The register lines of one household, the head first. */
export function rowsOfHousehold(village: SampleVillage, household: SampleHousehold): RegisterRow[] {
  const headName = household.members[0]?.name ?? '';
  return household.members.map((member, index) => {
    const phone = hasPhone(household, index)
      ? samplePhone(village.villageNumber, household.householdNumber, index)
      : '';
    return {
      villageName: village.name,
      householdNumber: household.householdNumber,
      headName,
      name: member.name,
      relationToHead: member.relationToHead,
      gender: member.gender,
      birthYear: member.birthYear,
      phone,
      job: member.job,
      kinHouseholdNumbers: household.kinHouseholdNumbers,
      residence: household.residence,
      note: noteOf(household, phone, member.birthYear),
    };
  });
}

/**
 * The register of the sample township: 10 villages, 300 households, one row a member.
 * @param seed the same seed gives the same rows
 */
export function buildRegisterRows(seed: number): RegisterRow[] {
  return buildSampleTown(seed).flatMap((village) =>
    village.households.flatMap((household) => rowsOfHousehold(village, household)),
  );
}
