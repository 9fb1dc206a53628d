import { View } from '@tarojs/components';
import type { ComponentProps, CSSProperties, ReactNode } from 'react';
import { scaleOf, useFontScale } from '../client/font-scale';
import { usePullDown } from '../client/pull-down';
import { useSession } from '../client/session';
import type { TabPath } from '../client/tabs';
import { useUpdateOffer } from '../client/update';
import { useTitle } from '../client/use-title';
import { BottomButton } from './bottom-button';
import { classes } from './classes';
import { CodeTextSheet } from './code-text-sheet';
import { PageBar } from './page-bar';
import './page.scss';
import { ProxyBanner } from './proxy-banner';
import { TabBar } from './tab-bar';

type Primary = Omit<ComponentProps<typeof BottomButton>, 'children'>;

type Props = {
  title: string;
  /** Which tab this page is: said by the page, because a root may be made while hidden. */
  tab?: TabPath;
  /** The one button of this screen. */
  primary?: Primary;
  /** Instead of `primary`, or above it when both are given. */
  bottom?: ReactNode;
  children: ReactNode;
};

const inBrowser = process.env.TARO_ENV !== 'weapp';

/** The root of every page: theme, title, room at the bottom for the one button. */
export function Page({ title, tab, primary, bottom, children }: Props) {
  const elder = useSession((session) => session.elder);
  useTitle(title);
  usePullDown();
  useUpdateOffer();
  const scale = useFontScale(({ told }) => scaleOf(told, elder));
  return (
    <View
      className={classes('page', elder && 'theme-elder', inBrowser && 'page-browser')}
      style={{ '--font-scale': String(scale) } as CSSProperties}
    >
      {inBrowser && <PageBar title={title} back={!tab} />}
      <ProxyBanner />
      <View className="page-content">{children}</View>
      {/* Always there: where it came and went, Taro would send the whole page again. */}
      <View className={primary || bottom || tab ? 'page-bottom' : ''}>
        {bottom}
        {primary && <BottomButton {...primary} />}
        {tab && <TabBar selected={tab} />}
      </View>
      {inBrowser && <CodeTextSheet />}
    </View>
  );
}
