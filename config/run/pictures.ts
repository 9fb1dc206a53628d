import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { buildFunctions, buildH5 } from './build';
import { prepareScenery } from './pictures/prepare';
import { takeReadmePictures } from './pictures/readme-pictures';
import { openSampleCloud } from './pictures/sample-cloud';
import type { Facts, Screen } from './pictures/screen';
import { screens } from './pictures/screens';
import { type Flaw, takePictures } from './pictures/take-pictures';
import { say } from './progress';
import { projectDirectory } from './project-directory';

/**
 * `npm run pictures [-- --only NAME,NAME] [--theme normal|elder] [--readme]`: a picture of every
 * screen at 360 px, normal and in large type, into `pictures/`; with `--readme` the few small ones
 * of the README, into `config/readme/`. Exit code 1 when a screen cannot
 * be reached, logs an error, or is too wide.
 */
const themes = ['normal', 'elder'] as const;
type Theme = (typeof themes)[number];

function chosenScreens(only: string | undefined): readonly Screen[] {
  if (only === undefined) return screens;
  const names = only.split(',');
  const unknown = names.filter((name) => !screens.some((screen) => screen.name === name));
  if (unknown.length > 0) {
    const known = screens.map(({ name }) => name).join('、');
    throw new Error(`不认识 --only ${unknown.join('、')};可以是 ${known}`);
  }
  return screens.filter(({ name }) => names.includes(name));
}

const distH5 = path.join(projectDirectory, 'dist/h5');

/** On a cloud of its own: what is done for one set of pictures must not show in another. */
async function withFacts<Value>(work: (facts: Facts) => Promise<Value>): Promise<Value> {
  const cloud = await openSampleCloud({ history: true });
  try {
    return await work({ ...cloud, ...(await prepareScenery(cloud)) });
  } finally {
    await cloud.stop();
  }
}

function takeTheme(browser: Browser, theme: Theme, wanted: readonly Screen[]): Promise<Flaw[]> {
  const directory = path.join(projectDirectory, 'pictures', theme);
  return withFacts((facts) => {
    const taking = { browser, facts, distH5, directory, elder: theme === 'elder' };
    return takePictures(taking, wanted, ({ name }, flaws) => {
      say(`${theme}/${name}.png`);
      for (const { what } of flaws) say(`  ${what}`);
    });
  });
}

async function takeAll(browser: Browser, theme: string | undefined, only: string | undefined) {
  const wanted = chosenScreens(only);
  const flaws: Flaw[] = [];
  for (const each of themes.filter((known) => theme === undefined || theme === known)) {
    const old = path.join(projectDirectory, 'pictures', each);
    if (only === undefined) rmSync(old, { recursive: true, force: true });
    flaws.push(...(await takeTheme(browser, each, wanted)));
  }
  return flaws;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      theme: { type: 'string' },
      readme: { type: 'boolean', default: false },
    },
  });
  chosenScreens(values.only);
  await buildFunctions();
  await buildH5();
  const browser = await openBrowser();
  try {
    const flaws = values.readme
      ? await withFacts((facts) => takeReadmePictures(browser, facts, distH5))
      : await takeAll(browser, values.theme, values.only);
    for (const { screen, what } of values.readme ? flaws : []) say(`${screen}:${what}`);
    say(flaws.length === 0 ? '每一页都拍好了' : `拍好了,有 ${flaws.length} 处不对`);
    process.exitCode = flaws.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
