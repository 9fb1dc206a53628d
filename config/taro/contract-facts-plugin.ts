import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';

/**
 * Gives the phone the facts of its contracts instead of their schemas (see the loader); how a name
 * or a text is written is no schema and the same on both sides. Ends the build where the app
 * imports a name that is not there: a schema, a helper, a typing mistake.
 */
export default function contractFactsPlugin(context: IPluginContext): void {
  context.modifyWebpackChain(({ chain }) => {
    const { sourcePath } = context.paths;
    chain.module
      .rule('contract-facts')
      .pre()
      .include.add(path.join(sourcePath, 'contracts'))
      .end()
      .exclude.add(/[\\/](name|plain)-text\.ts$/)
      .end()
      .use('contract-facts')
      .loader(require.resolve('./contract-facts.cjs'));
    chain.module
      .rule('imports-exist')
      .test(/\.tsx?$/)
      .include.add(sourcePath)
      .end()
      .parser({ exportsPresence: 'error' });
  });
}
