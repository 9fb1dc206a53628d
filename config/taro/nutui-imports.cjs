const { existsSync } = require('node:fs');
const path = require('node:path');

const library = '@nutui/nutui-react-taro';
const packages = path.join(
  path.dirname(require.resolve(`${library}/package.json`)),
  'dist/es/packages',
);

/**
 * @param {import('@babel/core').types.ImportDeclaration['specifiers'][number]} specifier
 * @returns {string} '' for a default or namespace import
 */
function importedName(specifier) {
  if (specifier.type !== 'ImportSpecifier' || specifier.importKind === 'type') {
    return '';
  }
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : '';
}

/**
 * Babel plugin: turns `import { Button } from '@nutui/nutui-react-taro'` into an import of that
 * component alone together with its own stylesheet. The package's one stylesheet weighs 390 KB,
 * the component's a few; the component then also stays in the subpackage that uses it.
 * Names that are not components (hooks, helpers) keep the package import.
 *
 * @param {{ types: typeof import('@babel/core').types }} babel
 * @returns {import('@babel/core').PluginObj}
 */
module.exports = function nutuiImports({ types }) {
  return {
    name: 'nutui-imports',
    visitor: {
      ImportDeclaration(declaration) {
        const { node } = declaration;
        if (node.source.value !== library || node.importKind === 'type') {
          return;
        }
        const added = [];
        const kept = [];
        for (const specifier of node.specifiers) {
          const name = importedName(specifier);
          const folder = name.toLowerCase();
          if (!/^[A-Z]/.test(name) || !existsSync(path.join(packages, folder, 'style/css.js'))) {
            kept.push(specifier);
            continue;
          }
          const base = `${library}/dist/es/packages/${folder}`;
          const local = types.importDefaultSpecifier(specifier.local);
          added.push(types.importDeclaration([local], types.stringLiteral(`${base}/index`)));
          added.push(types.importDeclaration([], types.stringLiteral(`${base}/style/css`)));
        }
        if (added.length === 0) {
          return;
        }
        if (kept.length > 0) {
          added.push(types.importDeclaration(kept, types.stringLiteral(library)));
        }
        declaration.replaceWithMultiple(added);
      },
    },
  };
};
