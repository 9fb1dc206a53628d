import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';

type Platform = { template?: unknown; runtimePath?: string | string[] };

/** Adds `no-echo-runtime.mjs` to the runtime of platforms with templates; H5 echoes nothing. */
export default function noEchoPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (platform.template === undefined) return;
      const runtime = path.join(__dirname, 'no-echo-runtime.mjs');
      platform.runtimePath = [platform.runtimePath ?? [], runtime].flat();
    },
  });
}
