import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Stylesheets mean nothing in jsdom and are no JavaScript: each is an empty module. Import this
 * file before anything of `src` that carries styles.
 */
const source = path.join(__dirname, '../../../src');
for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.scss')) jest.doMock(path.join(source, file), () => ({}));
}
