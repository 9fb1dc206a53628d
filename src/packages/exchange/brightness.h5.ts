/** A browser may not touch the screen's brightness. */
export function brighten(): () => void {
  return () => {};
}
