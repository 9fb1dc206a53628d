import path from 'node:path';
import { build } from 'esbuild';

let bundle: Promise<string> | null = null;

/** The host as one script that sets `window.weappHost`; made once for all phones of a run. */
export function hostBundle(): Promise<string> {
  bundle ??= build({
    entryPoints: [path.join(__dirname, 'host/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: { process: '{"env":{"NODE_ENV":"production"}}', global: 'window' },
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundle;
}
