import { importsOf, type Problem, resolveRelative, type SourceFile } from './source-files';

/** Who may import whom inside the project. The first row whose `from` matches decides. */
const arrows: { from: RegExp; to: (match: RegExpExecArray) => RegExp[] }[] = [
  { from: /^src\/contracts\//, to: () => [/^src\/contracts\//] },
  {
    // Holidays and limits are data, read like a constant.
    from: /^src\/domain\//,
    to: () => [/^src\/(contracts|domain)(\/|$)/, /^config\/work\/[a-z-]+\.json$/],
  },
  { from: /^src\/client\//, to: () => [/^src\/(contracts|domain|client)(\/|$)/] },
  { from: /^src\/components\//, to: () => [/^src\/(contracts|domain|client|components)(\/|$)/] },
  {
    from: /^src\/pages\/[^/]+\//,
    to: () => [/^src\/(contracts|domain|client|components|pages|assets)(\/|$)/],
  },
  {
    // A subpackage that imports another would pull it into the main package.
    from: /^src\/packages\/([^/]+)\//,
    to: ([, own]) => [
      /^src\/(contracts|domain|client|components|assets)(\/|$)/,
      new RegExp(`^src/packages/${own}(/|$)`),
    ],
  },
  // Goes to WeChat as it is.
  { from: /^src\/custom-tab-bar\//, to: () => [] },
  { from: /^src\/[^/]+$/, to: () => [/^src\/(?!packages)/] },
  {
    from: /^cloudfunctions\/runtime\//,
    to: () => [/^src\/(contracts|domain)(\/|$)/, /^cloudfunctions\/runtime(\/|$)/],
  },
  {
    // A function calls another context's domain and may load its documents the way that context
    // does (its modules beside `actions/`), never its actions.
    from: /^cloudfunctions\/([^/]+)\//,
    to: ([, own]) => [
      /^src\/(contracts|domain)(\/|$)/,
      /^config\/catalogue(\/|$)/,
      /^cloudfunctions\/[^/]+\/(?!actions$|index$)[\w-]+$/,
      new RegExp(`^cloudfunctions/(runtime|${own})(/|$)`),
    ],
  },
  { from: /^local-cloud\//, to: () => [/^local-cloud(\/|$)/] },
  { from: /^config\//, to: () => [/^(config|src|cloudfunctions|local-cloud)(\/|$)/] },
  {
    // What a township ships may change: only what speaks of it, and what fills a phone with it,
    // may read it. The towns of all other tests have a catalogue of their own.
    from: /^tests\/(?!catalogue\/|bench\/phone\/)/,
    to: () => [/^(?!config\/catalogue(\/|$))/],
  },
  { from: /^tests\//, to: () => [/./] },
];

export function arrowProblems(file: SourceFile): Problem[] {
  const row = arrows.find(({ from }) => from.test(file.name));
  const match = row?.from.exec(file.name);
  if (!row || !match) {
    return [`${file.name} is in no known area`];
  }
  const allowed = row.to(match);
  return importsOf(file).flatMap((target) => {
    const resolved = resolveRelative(file, target);
    const fine = resolved === null || allowed.some((pattern) => pattern.test(resolved));
    return fine ? [] : [`${file.name} must not import ${resolved}`];
  });
}

/** Third-party modules that only some may use, and Node's own where there is no Node. */
const restricted: { module: RegExp; only: RegExp }[] = [
  {
    module: /^@cloudbase\/node-sdk$/,
    only: /^(cloudfunctions\/runtime\/(serve|files|store\/cloudbase-[\w-]+)\.ts|(config|tests)\/)/,
  },
  { module: /^wx-server-sdk$/, only: /^(cloudfunctions\/wechat|tests)\// },
  { module: /^@cloudbase\/manager-node$/, only: /^(config|tests)\/deploy\// },
  { module: /^zod(\/(?!mini$).*)?$/, only: /^$/ },
  {
    module: /^(@tarojs|react|zustand)/,
    only: /^(src\/(?!domain|contracts)|config\/|tests\/)/,
  },
  { module: /^node:/, only: /^(cloudfunctions|config|local-cloud|tests)\// },
  {
    module: /^(write-excel-file|exceljs|xlsx)/,
    only: /^cloudfunctions\/town\/spreadsheet\/write-spreadsheet\.ts$/,
  },
  { module: /^(libsql|mingo|bson|hono|@hono)/, only: /^(local-cloud|config\/run|tests)\// },
];

export function moduleProblems(file: SourceFile): Problem[] {
  return importsOf(file).flatMap((target) =>
    restricted
      .filter(({ module, only }) => module.test(target) && !only.test(file.name))
      .map(() => `${file.name} must not import ${target}`),
  );
}
