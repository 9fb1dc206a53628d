import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectDirectory } from '../../../config/run/project-directory';
import { runTaro } from '../../../config/taro/build-client';
import manifest from '../../../package.json';

/** The product's settings less what its own code needs: same compiler, minimisers, browsers. */
function bareSettings(): string {
  const text = readFileSync(path.join(projectDirectory, 'config/index.ts'), 'utf8');
  const changes = [
    ["require.resolve('./taro/aria-plugin.ts'),", ''],
    ["require.resolve('./taro/contract-facts-plugin.ts'),", ''],
    ["require.resolve('./taro/no-echo-plugin.ts'),", ''],
    ['cache: { enable: true }', 'cache: { enable: false }'],
  ] as const;
  return changes.reduce((changed, [before, after]) => {
    if (!changed.includes(before)) throw new Error(`config/index.ts no longer says ${before}`);
    return changed.replace(before, after);
  }, text);
}

const files: Record<string, string> = {
  'src/app.config.ts': `export default defineAppConfig({
    pages: ['pages/index/index'],
    lazyCodeLoading: 'requiredComponents',
  });`,
  'src/app.ts': 'export default function App({ children }) { return children; }',
  'src/pages/index/index.tsx': `import { View } from '@tarojs/components';
    export default function Index() { return <View />; }`,
  'package.json': JSON.stringify({
    name: 'bare',
    private: true,
    babel: { presets: manifest.babel.presets },
    browserslist: manifest.browserslist,
  }),
};

/**
 * Writes a Taro app with one empty page into a temporary folder and builds it for WeChat.
 * @returns the folder, to be removed by who asked, and where the built app stands in it
 */
export async function buildBareApp(): Promise<{ folder: string; built: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-app-'));
  for (const [name, text] of Object.entries({ ...files, 'config/index.ts': bareSettings() })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  for (const name of ['project.config.json', 'tsconfig.json', 'config/taro']) {
    cpSync(path.join(projectDirectory, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(projectDirectory, 'node_modules'), path.join(folder, 'node_modules'));
  await runTaro('weapp', 'dist', folder);
  return { folder, built: path.join(folder, 'dist') };
}
