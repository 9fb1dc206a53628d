/** Whether a text holds every word somebody typed; no words find everything. */
export function holdsAllWords(searchText: string, search: string | undefined): boolean {
  const words = (search ?? '').toLowerCase().split(/\s+/);
  return words.every((word) => searchText.includes(word));
}
