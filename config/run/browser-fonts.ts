import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectDirectory } from './project-directory';

const fontFolders = [
  '@expo-google-fonts/noto-sans-sc/400Regular',
  '@expo-google-fonts/noto-sans-sc/700Bold',
  '@expo-google-fonts/noto-sans-mongolian/400Regular',
];

/**
 * Writes a fontconfig file that knows only the project's own fonts, so that Chinese and
 * Mongolian look the same on every machine and none needs system fonts.
 * @param directory where the file and fontconfig's cache go
 * @returns the path for FONTCONFIG_FILE
 */
export function writeFontsFile(directory: string): string {
  const folders = fontFolders.map((folder) => {
    return `  <dir>${path.join(projectDirectory, 'node_modules', folder)}</dir>`;
  });
  const prefer = ['sans-serif', 'serif', 'monospace', 'system-ui'].map((family) => {
    return `  <alias binding="strong"><family>${family}</family><prefer>
    <family>Noto Sans SC</family><family>Noto Sans Mongolian</family>
  </prefer></alias>`;
  });
  const file = path.join(directory, 'fonts.conf');
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.join('\n')}
  <cachedir>${path.join(directory, 'cache')}</cachedir>
${prefer.join('\n')}
</fontconfig>
`,
  );
  return file;
}
