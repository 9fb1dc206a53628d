/** The frame around an H5 phone can hand a shown code to another phone's scanner. */
export function showsCode(text: string | null, label?: string): void {
  if (window.parent === window) return;
  const message = text === null ? { text } : { text, label };
  window.parent.postMessage({ type: 'phone-shows', ...message }, '*');
}
