/**
 * `张三` → `张*`: how people stand on anything others see (plan: names masked, number kept). Of a
 * name of one character nothing is shown: its first is all of it.
 */
export function maskName(name: string): string {
  const [first, second] = Array.from(name.trim());
  return first && second ? `${first}*` : '*';
}

/**
 * `17号户 张*`: how a household, or somebody of it, is called wherever it stands.
 * @param name as it may be shown there, masked or not; missing where no name is shown
 */
export function calledBy(householdNumber: number, name?: string | null): string {
  return name ? `${householdNumber}号户 ${name}` : `${householdNumber}号户`;
}

/** `138****5678`. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
