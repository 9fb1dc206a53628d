import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arrowProblems, moduleProblems } from './arrows';
import { circleProblems } from './circles';
import { fieldProblems } from './phone-fields';
import { pageProblems } from './phone-pages';
import { promiseProblems } from './phone-promises';
import { stateProblems } from './phone-state';
import { storageProblems } from './phone-storage';
import { unstyledProblems } from './phone-styles';
import { purityProblems } from './purity';
import { refusingNameProblems } from './refusing-names';
import {
  exportProblems,
  formProblems,
  functionProblems,
  lineProblems,
  nameProblems,
} from './shape';
import { isScript, listFiles, readSources, root, type SourceFile } from './source-files';
import { unusedProblems } from './usage';

const sources = readSources();
const scripts = sources.filter(({ name }) => isScript(name));

const rules: Record<string, (file: SourceFile) => string[]> = {
  'imports follow the arrows': arrowProblems,
  'modules are used where they belong': moduleProblems,
  'the domain is pure': purityProblems,
  'rules that throw begin with must': refusingNameProblems,
  'storage is spoken to in one place': storageProblems,
  'fields are told only what the program puts into them': fieldProblems,
  'a state is changed by what it is, not by what the page drew': stateProblems,
  'pages are opened in one place': pageProblems,
  'nothing is promised to be sent by itself': promiseProblems,
  'lines have at most 100 columns': lineProblems,
  'functions have at most 70 lines': functionProblems,
  'only Taro gets default exports': exportProblems,
  'no enums, no casts to any, no silenced checks, no skipped tests': formProblems,
};

test.each(Object.entries(rules))('%s', (_name, rule) => {
  expect(scripts.length).toBeGreaterThan(100);
  expect(scripts.flatMap(rule)).toEqual([]);
});

test('no files import each other in a ring', () => {
  expect(circleProblems(sources)).toEqual([]);
});

test('whatever wears a class is styled by a sheet', () => {
  expect(unstyledProblems(sources)).toEqual([]);
});

test('files are named in kebab-case', () => {
  expect(listFiles().flatMap(nameProblems)).toEqual([]);
});

type PackageFile = {
  scripts: Record<string, string>;
  jest: {
    moduleNameMapper: Record<string, string>;
    setupFilesAfterEnv: string[];
    resolver: string;
    testEnvironment: string;
    testSequencer: string;
  };
};
type AppConfig = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
};

function appConfig(): AppConfig {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  return (require('../../src/app.config') as { default: AppConfig }).default;
}

const startedByOthers =
  /\.html$|\.(test\.tsx?|deployed\.ts)$|^cloudfunctions\/[^/]+\/(index|build-assets)\.ts$/;
/** Found by their names: one for each action and each collection. */
const proofCards = /^tests\/proof\/(actions|kinds)\//;

/** Everything that is started, loaded or opened from outside the import graph. */
function entryPoints(): string[] {
  const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as PackageFile;
  const started = Object.values(about.scripts).flatMap((script) =>
    script.split(' ').filter((word) => /\.(ts|mjs)$/.test(word)),
  );
  const { moduleNameMapper, setupFilesAfterEnv, ...single } = about.jest;
  const byJest = [
    ...[...Object.values(moduleNameMapper), ...setupFilesAfterEnv],
    ...[single.resolver, single.testEnvironment, single.testSequencer],
  ];
  const app = appConfig();
  const pages = app.pages.concat(
    (app.subPackages ?? []).flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
  );
  return [
    ...started,
    ...byJest.map((name) => name.replace('<rootDir>/', '')),
    'config/index.ts',
    'config/taro/draw-tab-icons.ts', // run by hand when an icon changes
    'src/app.ts',
    'src/app.tsx',
    'src/app.config.ts',
    'src/global.d.ts',
    'cloudfunctions/town/documents/renderer/libraries.d.ts',
    'cloudfunctions/town/spreadsheet/saxen.d.ts',
    ...pages.flatMap((page) => [`src/${page}.tsx`, `src/${page}.config.ts`]),
    ...sources
      .map(({ name }) => name)
      .filter((name) => startedByOthers.test(name) || proofCards.test(name)),
  ];
}

test('every page that is listed exists', () => {
  const names = new Set(sources.map(({ name }) => name));
  const pages = entryPoints().filter((name) => /^src\/(pages|packages)\/.*\.tsx$/.test(name));
  expect(pages.filter((name) => !names.has(name))).toEqual([]);
});

test('no file is unused', () => {
  expect(unusedProblems(sources, entryPoints())).toEqual([]);
});
