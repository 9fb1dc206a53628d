/** Not by Taro: it listens to `navigator.connection`, which half of the browsers do not have. */
export function whenOnline(tell: () => void): void {
  window.addEventListener('online', tell);
}
