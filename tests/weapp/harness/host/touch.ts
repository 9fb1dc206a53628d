import { catchesMove } from '../types';

/**
 * Whether WeChat lets a moving finger scroll here: beneath a node that catches touchmove nothing
 * scrolls but a scroll-view inside it, and that one only while it has further to go.
 */
function mayScroll(target: Element, down: boolean): boolean {
  const catcher = target.closest(`[${catchesMove}]`);
  for (let at: Element | null = target; at !== null && at !== catcher; at = at.parentElement) {
    const scrolls = at.localName === 'wx-scroll-view' && (at as HTMLElement).style.overflowY;
    if (!scrolls) continue;
    const left = down ? at.scrollTop : at.scrollHeight - at.clientHeight - at.scrollTop;
    if (left > 0) return true;
  }
  return catcher === null;
}

/** Touches that move scroll what WeChat would let them scroll, nothing else. */
export function holdCaughtTouches(): void {
  let startY = 0;
  const begin = ({ touches }: TouchEvent) => {
    startY = touches[0]?.clientY ?? 0;
  };
  const move = (event: TouchEvent) => {
    const down = (event.touches[0]?.clientY ?? 0) > startY;
    const held = event.target instanceof Element && !mayScroll(event.target, down);
    if (held && event.cancelable) event.preventDefault();
  };
  document.addEventListener('touchstart', begin, { passive: true });
  document.addEventListener('touchmove', move, { passive: false });
}
