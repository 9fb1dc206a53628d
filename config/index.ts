import { defineConfig } from '@tarojs/cli';

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
  outputRoot: `dist/${process.env.TARO_ENV}`,
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  logger: { quiet: true, stats: false },
  baseLevel: 8,
  plugins: [
    require.resolve('./taro/aria-plugin.ts'),
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
  ],
  mini: {
    minifyXML: { collapseWhitespace: true },
    optimizeMainPackage: { enable: true },
    // The order of small component styles does not matter here; the warning is noise.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: '/',
    webpackChain(chain) {
      chain.performance.hints(false);
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
    // NutUI ships modern syntax for its H5 users too.
    esnextModules: ['@nutui/nutui-react-taro', '@nutui/icons-react-taro'],
  },
});
