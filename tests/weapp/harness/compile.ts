import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { compileStyle } from './compile-styles';
import { type AppSettings, catchesMove, type PageSettings, type WeappPackage } from './types';

type Warning = {
  message: string;
  startLine: number;
  startColumn: number;
};

const imageTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

const compiled = new Map<string, { of: string; weapp: WeappPackage }>();

/**
 * Compiles a built mini-program (`dist/weapp`) with WeChat's own template compiler; once for all
 * phones of a run, as long as no file of it changes.
 * @throws naming file and place where a template does not parse or the compiler warns
 */
export function compileWeapp(directory: string): WeappPackage {
  const files = listFiles(directory, '');
  const of = files.map((file) => `${file} ${changedAtMs(directory, file)}`).join('\n');
  const known = compiled.get(directory);
  if (known?.of === of) return known.weapp;
  const weapp = compileFiles(directory, files);
  compiled.set(directory, { of, weapp });
  return weapp;
}

const changedAtMs = (directory: string, file: string): number =>
  statSync(path.join(directory, file)).mtimeMs;

function compileFiles(directory: string, files: readonly string[]): WeappPackage {
  const read = (file: string) => readFileSync(path.join(directory, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppSettings;
  const settings: Record<string, PageSettings> = {};
  const scripts: Record<string, string> = {};
  const styles: Record<string, string> = {};
  const assets: Record<string, string> = {};
  const group = new TmplGroup();
  for (const file of files) {
    const extension = path.extname(file);
    const name = file.slice(0, -extension.length);
    if (extension === '.json' && files.includes(`${name}.wxml`)) {
      settings[name] = JSON.parse(read(file)) as PageSettings;
    } else if (extension === '.js') {
      scripts[name] = read(file);
    } else if (extension === '.wxss') {
      styles[name] = compileStyle(file, name === 'app' ? '' : scopeOf(name), read);
    } else if (extension === '.wxml') {
      addTemplate(group, name, read(file));
    } else if (extension === '.wxs') {
      group.addScript(name, read(file));
    } else if (imageTypes[extension] !== undefined) {
      const bytes = readFileSync(path.join(directory, file));
      assets[file] = `data:${imageTypes[extension]};base64,${bytes.toString('base64')}`;
    }
  }
  const templates = group.getTmplGenObjectGroups();
  group.free();
  return { app, settings, templates, scripts, styles, assets };
}

function scopeOf(page: string): string {
  return `.weapp-page[data-path="${page}"]`;
}

function listFiles(directory: string, below: string): string[] {
  return readdirSync(path.join(directory, below)).flatMap((entry) => {
    const name = path.posix.join(below, entry);
    return statSync(path.join(directory, name)).isDirectory() ? listFiles(directory, name) : [name];
  });
}

/**
 * WeChat's built-in tags are not HTML's, though some share a name; in the window they are
 * custom elements called wx-…. `aria-role` is what WeChat calls HTML's `role`;
 * `bindtap` is short for `bind:tap`.
 */
function addTemplate(group: TmplGroup, name: string, source: string): void {
  const special = 'template|block|import|include|wxs|slot|comp';
  const renamed = source
    .replace(new RegExp(`<(/?)(?!(?:${special})[\\s/>])([a-z])`, 'g'), '<$1wx-$2')
    .replace(/([\s"'])(bind|catch)([a-z]\w*)=/g, '$1$2:$3=')
    .replaceAll(' catch:touchmove=', ` ${catchesMove}="yes" catch:touchmove=`)
    .replaceAll(' aria-role=', ' role=');
  const warnings = group.addTmpl(name, renamed) as Warning[];
  const [wrong] = warnings;
  if (wrong !== undefined) {
    const place = `${wrong.startLine + 1}:${wrong.startColumn + 1}`;
    throw new Error(`${name}.wxml ${place} ${wrong.message}`);
  }
}
