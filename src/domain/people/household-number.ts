/** Where it stands whose a number is: `household-numbers/{villageId}.{number}`. */
export function numberKey(villageId: string, number: number): string {
  return `${villageId}.${number}`;
}
