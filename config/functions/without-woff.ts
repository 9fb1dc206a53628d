import type { Plugin } from 'esbuild';

const words = 'a font of the kind WOFF2 is not read here';

/**
 * fontkit brings a decompressor for WOFF2, half a megabyte of tables read at each start; what is
 * printed here is set in TrueType only.
 */
export const withoutWoff: Plugin = {
  name: 'without-woff',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]brotli[\\/]decompress\.js$/ }, () => ({
      contents: `module.exports = () => { throw new Error('${words}'); };`,
    }));
  },
};
