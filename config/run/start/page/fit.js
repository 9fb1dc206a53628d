/**
 * Makes the phones as large as the window lets them be whole. A screen is 360 px wide inside and
 * at least 640 tall, as real ones are; what does not fit is drawn smaller, not cut off.
 */
const screenWidth = 360;
const shortestScreen = 640;
const tallestScreen = 780;
/** Frame and padding around a screen, both sides. */
const around = 18;
const gap = 24;
const largestScale = 1.15;
/** Below it nobody could read: then the page scrolls. */
const smallestScale = 0.7;

/** @param {number} least @param {number} wanted @param {number} most */
const within = (least, wanted, most) => Math.min(Math.max(wanted, least), most);

/**
 * @param {{ width: number, height: number }} room for all phones, and for each
 * @param {number} count
 */
function sizeFor({ width, height }, count) {
  const widest = ((width - gap * (count - 1)) / count - around) / screenWidth;
  const roomHeight = height - around;
  const scale = within(smallestScale, Math.min(widest, roomHeight / shortestScreen), largestScale);
  return { scale, screenHeight: within(shortestScreen, roomHeight / scale, tallestScreen) };
}

/** Keeps all phones of the page fitting, whatever changes around them. */
export function keepFitting() {
  const main = /** @type {HTMLElement} */ (document.querySelector('#phones'));
  const stages = [...document.querySelectorAll('.stage')];
  const column = matchMedia('(max-width: 760px)');
  const fit = () => {
    const { scale, screenHeight } = column.matches
      ? sizeFor({ width: main.clientWidth, height: shortestScreen + around }, 1)
      : sizeFor(
          {
            width: main.clientWidth,
            height: Math.min(...stages.map((stage) => stage.clientHeight)),
          },
          stages.length,
        );
    const { style } = document.documentElement;
    style.setProperty('--scale', scale.toFixed(4));
    style.setProperty('--screen-height', String(Math.floor(screenHeight)));
  };
  const observer = new ResizeObserver(fit);
  for (const each of [main, ...stages]) observer.observe(each);
  column.addEventListener('change', fit);
}
