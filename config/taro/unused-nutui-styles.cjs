/** What nothing here can carry: NutUI's classes of writing right to left and for icons that hop. */
const unused = /\.nut-rtl\b|\[dir=['"]?rtl['"]?\]|\.nut-icon-am-/;

/**
 * @param {import('postcss').Root | import('postcss').Rule} node
 * @returns {Set<string>} words in the animations that are played in it
 */
function animationsOf(node) {
  const words = new Set();
  node.walkDecls(/animation/, ({ value }) => {
    for (const word of value.split(/[\s,]+/)) words.add(word);
  });
  return words;
}

/**
 * PostCSS plugin: leaves out rules that only such classes reach, and the animations only those
 * rules play: 5 KB of the main package.
 * @returns {import('postcss').Plugin}
 */
module.exports = function unusedNutuiStyles() {
  return {
    postcssPlugin: 'unused-nutui-styles',
    OnceExit(root) {
      /** @type {Set<string>} */
      const gone = new Set();
      root.walkRules((rule) => {
        const kept = rule.selectors.filter((selector) => !unused.test(selector));
        if (kept.length === rule.selectors.length) return;
        if (kept.length > 0) {
          rule.selectors = kept;
          return;
        }
        for (const name of animationsOf(rule)) gone.add(name);
        rule.remove();
      });
      const played = animationsOf(root);
      root.walkAtRules(/keyframes$/, (keyframes) => {
        const { params } = keyframes;
        if (gone.has(params) && !played.has(params)) keyframes.remove();
      });
    },
  };
};
