import type { Browser, Page } from 'playwright-core';
import { measurePage, rulesOf } from '../../config/run/measure';
import { openBrowser } from '../support/browser';

/** What measures the pages finds what is wrong with one, and nothing on one that is well. */

const timeoutMs = 60_000;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 360, height: 740 } });
}, timeoutMs);

afterAll(() => browser?.close());

const box = 'border: 1px solid #1f7a4d; width: 328px; margin: 8px;';
const well = `
  <div role="button" style="${box} height: 60px">记一件好事</div>
  <div style="${box}">
    <div>植树治沙</div><div style="font-size: 18px; color: #5a6b62">公示到 12月3日</div>
  </div>
  <div role="button" aria-disabled="true" style="${box} height: 60px; opacity: 0.5">还不能点</div>
  <input placeholder="户号" style="width: 300px; height: 60px; font-size: 22px" />
  <div style="overflow: auto; height: 40px; width: 200px">能往下拉着看的一长段话,一行放不下</div>
  <div style="position: sticky; bottom: 0; height: 60px; background: #f4f6f3">浮在上面的</div>
`;

async function flawsOf(content: string): Promise<string[]> {
  const look = 'font-size: 22px; line-height: 1.5; color: #1e2a24; background: #f4f6f3';
  await page.setContent(`
    <style>body { margin: 0; } ::placeholder { color: #5a6b62; }</style>
    <div class="page" style="${look}">${content}</div>
  `);
  return measurePage(page, rulesOf.elder);
}

const small = '看不清的小字';

test.each<[what: string, content: string, flaws: string[]]>([
  ['all is well', '', []],
  [
    'a small button',
    `<div role="button" style="${box} height: 50px">同意</div>`,
    ['too small to tap: "同意" 330×52, not 60×60'],
  ],
  [
    'a narrow one with a name of its own',
    `<div role="checkbox" aria-label="带上户口本" style="width: 40px; height: 60px"></div>`,
    ['too small to tap: "带上户口本" 40×60, not 60×60'],
  ],
  [
    'words as light as their ground',
    `<div style="color: #9fada4">公示还没有开始</div>`,
    ['faint words: "公示还没有开始" 2.15 : 1, not 4.5'],
  ],
  [
    'words that shine through',
    `<div style="opacity: 0.5">已经过去了</div>`,
    ['faint words: "已经过去了" 3.01 : 1, not 4.5'],
  ],
  [
    'words on a ground of their own',
    `<div style="background: rgba(154, 100, 0, 0.4); color: #9a6400">待核</div>`,
    ['faint words: "待核" 2.68 : 1, not 4.5'],
  ],
  [
    'the hint of a field',
    `<style>.light::placeholder { color: #ccc }</style>
    <input class="light" placeholder="找一找" style="width: 99px; height: 60px; font-size: 22px">`,
    ['faint words: "找一找" 1.61 : 1, not 4.5'],
  ],
  [
    'small words',
    `<div style="font-size: 15px">${small}</div>`,
    [`small words: "${small}" 15 px, not 18`],
  ],
  [
    'lines close to each other',
    `<div style="line-height: 1.2">一行挨着一行</div>`,
    ['lines too close: "一行挨着一行" 1.20, not 1.3'],
  ],
  [
    'what stands out of the screen',
    '<div style="width: 400px; height: 10px" aria-label="很宽的表"></div>',
    ['stands out of the screen: "很宽的表"'],
  ],
  [
    'words cut off',
    '<div style="overflow: hidden; width: 90px; white-space: nowrap">名字很长的第十嘎查</div>',
    ['cut off: "名字很长的第十嘎查"'],
  ],
  [
    'words that run over the edge',
    '<div style="border: 1px solid #000; height: 30px; width: 99px; margin-bottom: 50px">两行字放不进一行</div>',
    ['runs over the edge of its box: "两行字放不进一行"'],
  ],
  [
    'words on words',
    '<div style="height: 12px">上面的一句</div><div>下面的一句</div>',
    ['lie on each other: "上面的一句", "下面的一句"'],
  ],
])(
  '%s',
  async (_what, content, flaws) => {
    expect(await flawsOf(content + well)).toEqual(flaws);
  },
  timeoutMs,
);

test('running text below its size is found where nothing else is small', async () => {
  const words = '<div class="page" style="font-size: 20px; line-height: 1.5">公开</div>';
  await page.setContent(`<style>body { margin: 0; }</style>${words}`);
  expect(await measurePage(page, rulesOf.elder)).toEqual(['running text is 20 px, not 22']);
});
