declare module 'doiuse' {
  import type { AcceptedPlugin, ChildNode } from 'postcss';

  type Usage = {
    feature: string;
    usage: ChildNode;
    featureData: { title: string; missing?: string; partial?: string };
  };
  type Options = { browsers: string[]; onFeatureUsage: (usage: Usage) => void };

  export default function doiuse(options: Options): AcceptedPlugin;
}
