import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Parts of the SDK that a function of ours needs seldom or never, by the file that asks for them
 * at once: data models and SQL, AI models, signed tickets, proxies, forms, the XML of storage.
 * Loading them takes over half of the SDK's time at every cold start.
 */
export const seldomNeeded: Readonly<Record<string, readonly string[]>> = {
  'cloudbase.js': ['axios', './ai', '@cloudbase/wx-cloud-client-sdk'],
  'auth/index.js': ['jsonwebtoken'],
  'storage/index.js': ['xml2js'],
  'utils/metadata.js': ['axios'],
  'utils/request-core.js': ['https-proxy-agent', 'http-proxy-agent', 'form-data'],
};

/**
 * Puts `const name = require(part)` off until `name` is first used. Only when, not what: the code
 * that runs is the SDK's own.
 * @param source a CommonJS file as TypeScript writes it
 * @throws where the file does not ask for the part in that way: the SDK has changed
 */
export function loadWhenUsed(source: string, part: string): string {
  const quoted = part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const asked = new RegExp(`^const (\\w+) = (.*require\\("${quoted}"\\)\\)?);$`, 'm').exec(source);
  const [line, name, load] = asked ?? [];
  if (line === undefined || name === undefined) {
    throw new Error(`the SDK no longer asks for ${part} in a line of its own`);
  }
  const uses = new RegExp(`\\b${name}\\.`, 'g');
  const others = source.replace(line, '');
  if (others.match(uses) === null || others.replace(uses, '').match(`\\b${name}\\b`) !== null) {
    throw new Error(`the SDK no longer uses ${part} by the members of ${name}`);
  }
  const later = `let ${name}_loaded;\nfunction ${name}() { return ${name}_loaded ??= ${load}; }`;
  // In brackets, so that `new name.Class()` makes an instance of the class.
  return source.replace(uses, `(${name}()).`).replace(line, () => later);
}

/**
 * Every instance makes its client of data models at once, which alone takes most of what loading
 * the SDK takes; made when it is asked for, it is the same client.
 * @param source `cloudbase.js` of the SDK
 * @throws where the client is not made in that way: the SDK has changed
 */
export function modelsWhenUsed(source: string): string {
  const made = /const httpClient = ([\s\S]+?);\n\s+this\.models = httpClient;/;
  if (!made.test(source)) throw new Error('the SDK no longer makes its data models in that way');
  return source.replace(made, (_all, client) => {
    const get = `get: () => (made ??= ${client})`;
    return `let made; Object.defineProperty(this, 'models', { enumerable: true, ${get} });`;
  });
}

const sdkFile = /node_modules[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/](.+\.js)$/;

/** Loads the seldom needed parts of @cloudbase/node-sdk when they are first used. */
export const lazySdk: Plugin = {
  name: 'lazy-sdk',
  setup(build) {
    build.onLoad({ filter: sdkFile }, async ({ path }) => {
      const inside = (sdkFile.exec(path)?.[1] ?? '').replaceAll('\\', '/');
      const parts = seldomNeeded[inside];
      if (parts === undefined) return undefined;
      const source = await readFile(path, 'utf8');
      const changed = inside === 'cloudbase.js' ? modelsWhenUsed(source) : source;
      return { contents: parts.reduce(loadWhenUsed, changed), loader: 'js' };
    });
  },
};
