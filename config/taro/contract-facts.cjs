const { buildSync } = require('esbuild');
const { isDeepStrictEqual } = require('node:util');

/** What the phone needs of a contract when it runs; the rest is for its types and for the cloud. */
const factNames = ['functionName', 'action', 'kind'];

/**
 * Runs a module by itself.
 * @param {string} file
 * @returns {{ exports: Record<string, unknown>, inputs: string[] }} `inputs`: what it was made of
 */
function evaluate(file) {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
    absWorkingDir: '/',
  });
  const made = { exports: {} };
  new Function('module', 'require', outputFiles[0]?.text ?? '')(made, require);
  return { exports: made.exports, inputs: Object.keys(metafile.inputs).map((name) => `/${name}`) };
}

/**
 * @param {unknown} value
 * @returns {unknown} the facts of a contract, plain data as it is, else undefined
 */
function plainPart(value) {
  const parts = /** @type {Record<string, unknown>} */ (Object(value));
  if (factNames.every((name) => typeof parts[name] === 'string')) {
    const told = ['said', 'byProxy'].filter((name) => parts[name] !== undefined);
    const names = [...factNames, ...told];
    return Object.fromEntries(names.map((name) => [name, parts[name]]));
  }
  const text = JSON.stringify(value);
  return text !== undefined && isDeepStrictEqual(JSON.parse(text), value) ? value : undefined;
}

/**
 * Webpack loader: a module of contracts as the phone needs it. Nothing on the phone is parsed, the
 * cloud does that; yet the schemas, and the library that makes them, would be bundled with the
 * name of every action: 48 KB of the main package. So each contract becomes the facts a call is
 * made of. Exports that are not plain data are left out, and the build fails where the phone
 * imports one (`exportsPresence` in the plugin); types are gone before and may be anything.
 *
 * @this {import('webpack').LoaderContext<unknown>}
 * @returns {string}
 */
module.exports = function contractFacts() {
  const { exports, inputs } = evaluate(this.resourcePath);
  for (const input of inputs) this.addDependency(input);
  const lines = Object.entries(exports).flatMap(([name, value]) => {
    const part = plainPart(value);
    return part === undefined ? [] : [`export const ${name} = ${JSON.stringify(part)};`];
  });
  return `${lines.join('\n')}\nexport {};\n`;
};
