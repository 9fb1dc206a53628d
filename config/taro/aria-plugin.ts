import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { ariaComponents } from './aria-components.mjs';

type Template = { mergeComponents: (context: IPluginContext, patch: unknown) => void };
type Platform = { template?: Template; runtimePath?: string | string[] };

/**
 * Taro 4 writes no aria attribute into base.wxml, so roles and labels are silently lost on
 * WeChat though they work on H5. This plugin adds them to the templates and to the runtime's
 * table of known attributes. Platforms without templates (H5) need nothing.
 */
export default function ariaPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (platform.template === undefined) {
        return;
      }
      platform.template.mergeComponents(context, ariaComponents());
      const runtime = path.join(__dirname, 'aria-runtime.mjs');
      platform.runtimePath = [platform.runtimePath ?? [], runtime].flat();
    },
  });
}
