import { defineConfig } from '@tarojs/cli';
import { esbuildFloor } from './taro/floor';

/**
 * How Taro builds the mini-program (dist/weapp) and the H5 app (dist/h5).
 * webpack5, not vite: the vite runner packs what only one subpackage uses into the main package.
 */
export default defineConfig({
  projectName: 'jifen-qingdan',
  framework: 'react',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  // The build script builds beside the old output and swaps when all is well.
  outputRoot: process.env.BUILD_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  // H5 runs on this machine at every start: half the build time counts more than its last 10 %.
  jsMinimizer: process.env.TARO_ENV === 'h5' ? 'esbuild' : 'terser',
  esbuild: { minify: { config: esbuildFloor() } },
  // Every file of a mini-program is UTF-8: Chinese as it is takes half the room of \uXXXX.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  logger: { quiet: true, stats: false },
  baseLevel: 8,
  plugins: [
    require.resolve('./taro/aria-plugin.ts'),
    require.resolve('./taro/compact-templates-plugin.ts'),
    require.resolve('./taro/contract-facts-plugin.ts'),
    require.resolve('./taro/no-echo-plugin.ts'),
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
  ],
  mini: {
    webpackChain(chain) {
      // Libraries come as their authors wrote them, which is newer than some phones.
      chain.module
        .rule('libraries')
        .test(/\.[cm]?js$/)
        .include.add(/[\\/]node_modules[\\/]/)
        .end()
        .use('lower')
        .loader(require.resolve('esbuild-loader'))
        .options(esbuildFloor());
      if (process.env.TARO_APP_LOCATION !== 'on') {
        chain.module
          .rule('without-location')
          .test(/[\\/]@tarojs[\\/]shared[\\/]dist[\\/][^\\/]+\.js$/)
          .enforce('pre')
          .use('without-location')
          .loader(require.resolve('./taro/without-location.cjs'));
      }
    },
    optimizeMainPackage: { enable: true },
    // The order of small component styles does not matter here; the warning is noise.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: '/',
    webpackChain(chain) {
      chain.performance.hints(false);
      // Taro's own code once, not again in the chunk of every page.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          libraries: { test: /[\\/]node_modules[\\/]/, name: 'libraries', priority: 10 },
          common: { minChunks: 2, name: 'common', priority: 5, reuseExistingChunk: true },
        },
      });
    },
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true }, cssModules: { enable: false } },
  },
});
