import type { IPluginContext } from '@tarojs/service';
import { sources } from 'webpack';

/** A template holds tags only, its texts are bound: nothing stands between two tags but space. */
function compact(template: string): string {
  return template
    .replace(/>\s+</g, '><')
    .replace(/<([a-z-]+)(\s[^<>]*[^<>/])?><\/\1>/g, '<$1$2/>')
    .trim();
}

/**
 * Makes templates small: no space between tags, no end tag where nothing is inside. Taro's own
 * way, `minifyXML`, takes them for HTML, where `input` has no end, and WeChat refuses the result.
 */
export default function compactTemplatesPlugin(context: IPluginContext): void {
  context.modifyBuildAssets(({ assets }: { assets: Record<string, sources.Source> }) => {
    for (const [name, asset] of Object.entries(assets)) {
      if (name.endsWith('.wxml')) {
        assets[name] = new sources.RawSource(compact(asset.source().toString()));
      }
    }
  });
}
