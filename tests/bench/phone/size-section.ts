import { rmSync } from 'node:fs';
import path from 'node:path';
import { projectDirectory } from '../../../config/run/project-directory';
import { buildClient } from '../../../config/taro/build-client';
import type { BenchResult, BenchRow, BenchSection } from '../section';
import { buildBareApp } from './bare-app';
import { mainParts, type WeappSizes, weappSizes } from './weapp-sizes';

/**
 * How many times the main package of an app with one empty page. It was 1.51 when this was written:
 * each later change may add 3 KB to main on average and says for what, up to the limit and no
 * further; what one job alone needs is in its subpackage.
 */
const aimRatio = 1.55;
const limitRatio = 1.65;
/** WeChat takes no larger package, and no more than 30 MB of them together. */
const limitBytes = 2 * 1024 * 1024;

const kilobytes = (bytes: number) => Number((bytes / 1024).toFixed(1));

function rowsOf(bare: WeappSizes, own: WeappSizes): BenchRow[] {
  const ratio = Number((own.mainBytes / bare.mainBytes).toFixed(3));
  const sizes = Object.values(own.packageBytes);
  const total = sizes.reduce((sum, bytes) => sum + bytes, own.mainBytes);
  const largest = Math.max(own.mainBytes, ...sizes);
  const limit = { aim: `≤ ${kilobytes(limitBytes)}`, met: largest <= limitBytes };
  return [
    { what: 'weapp: bare Taro app, one empty page', value: kilobytes(bare.mainBytes), unit: 'KB' },
    { what: 'weapp: main package', value: kilobytes(own.mainBytes), unit: 'KB' },
    {
      what: 'weapp: main package against the bare app',
      value: ratio,
      unit: '×',
      aim: `≤ ${aimRatio}`,
      met: ratio <= aimRatio,
    },
    ...Object.entries(own.packageBytes).map(([root, bytes]) => {
      return { what: `weapp: ${root}`, value: kilobytes(bytes), unit: 'KB' };
    }),
    { what: 'weapp: all packages', value: kilobytes(total), unit: 'KB' },
    { what: 'weapp: largest package', value: kilobytes(largest), unit: 'KB', ...limit },
  ];
}

function notesOf(bare: WeappSizes, own: WeappSizes, parts: Record<string, number>): string[] {
  const largest = Object.entries(parts)
    .sort(([, left], [, right]) => right - left)
    .slice(0, 6)
    .map(([name, bytes]) => `${name} ${kilobytes(bytes)}`);
  const left = limitRatio * bare.mainBytes - own.mainBytes;
  return [
    `The largest parts of the main package, in KB: ${largest.join(', ')}.`,
    left >= 0
      ? `Main may grow by ${kilobytes(left)} KB until it is ${limitRatio} × the bare app, no more.`
      : `Main is ${kilobytes(-left)} KB above ${limitRatio} × the bare app: it must shrink.`,
  ];
}

/** The built mini-program against a Taro app with one empty page, built by the same settings. */
export const sizeSection: BenchSection = {
  name: 'phone-size',
  async run(): Promise<BenchResult> {
    await buildClient('weapp');
    const directory = path.join(projectDirectory, 'dist/weapp');
    const { folder, built } = await buildBareApp();
    try {
      const [bare, own] = [weappSizes(built), weappSizes(directory)];
      const parts = { bare: mainParts(built), own: mainParts(directory) };
      const notes = notesOf(bare, own, parts.own);
      return { rows: rowsOf(bare, own), raw: { bare, own, parts }, notes };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
