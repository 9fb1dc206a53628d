import type { Page } from 'playwright-core';

/** One line for each thing that sticks out at the right of the screen. */
export function tooWide(page: Page, widthPx: number): Promise<string[]> {
  return page.evaluate((screenWidth) => {
    const shown = [...document.querySelectorAll<HTMLElement>('.page *')].filter(
      (each) => each.checkVisibility() && !each.closest('.chart-zoom, .taro_page_shade'),
    );
    const out = shown.filter((each) => each.getBoundingClientRect().right > screenWidth + 1);
    const told = out.map(
      (each) => `sticks out: ${each.className} ${each.textContent?.slice(0, 30)}`,
    );
    const wide = document.documentElement.scrollWidth;
    return wide > screenWidth ? [...told, `the page is ${wide} px wide`] : told;
  }, widthPx);
}

/** Things to tap that are smaller than 44 px in either direction. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector = '[role="button"], [role="tab"], [role="checkbox"], button, input';
    return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      const fine = !each.checkVisibility() || (width >= 43.5 && height >= 43.5);
      const name = each.getAttribute('aria-label') ?? each.textContent?.slice(0, 20);
      return fine ? [] : [`too small to tap: ${name} ${Math.round(width)}×${Math.round(height)}`];
    });
  });
}
