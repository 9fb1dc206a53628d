/**
 * `张三` → `张*`: how people stand on anything others see (plan: names masked, number kept). Of a
 * name of one character nothing is shown: its first is all of it.
 */
export function maskName(name: string): string {
  const [first, second] = Array.from(name.trim());
  return first && second ? `${first}*` : '*';
}

/** `张*(17号户)`. */
export function householdLabel(headName: string, householdNumber: number): string {
  return `${maskName(headName)}(${householdNumber}号户)`;
}

/** `138****5678`. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
