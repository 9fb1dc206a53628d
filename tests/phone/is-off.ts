/** A button that cannot be tapped now, as a screen reader is told. */
export function isOff(button: HTMLElement): boolean {
  return button.getAttribute('aria-disabled') === 'true';
}
