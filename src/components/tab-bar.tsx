import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type TabPath, tabs } from '../client/tabs';
import { badgeOf, useToday } from '../client/today';
import { aria } from './aria';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import './tab-bar.scss';

const icons: Record<TabPath, IconName> = {
  'pages/board/index': 'notice',
  'pages/points/index': 'star',
  'pages/shop/index': 'bag',
  'pages/lists/index': 'list',
  'pages/me/index': 'person',
};

type TabProps = { path: TabPath; word: string; selected: boolean; badge: string };

function Tab({ path, word, selected, badge }: TabProps) {
  return (
    <View
      className={classes('tab', selected && 'tab-selected')}
      onClick={() => !selected && Taro.switchTab({ url: `/${path}` })}
      {...aria('tab', badge ? `${word},等您办 ${badge}` : word, { selected })}
    >
      <Icon name={icons[path]} tone={selected ? 'green' : 'secondary'} />
      <View className="tab-word">{word}</View>
      {badge && <View className="tab-badge">{badge}</View>}
    </View>
  );
}

/**
 * The tabs at the foot of a tab page: a part of the page itself, so that it wears the page's theme,
 * lies under its sheets, and says nothing new when one comes back to a tab.
 */
export function TabBar({ selected }: { selected: TabPath }) {
  const badge = useToday(({ cards }) => badgeOf(cards ?? []));
  return (
    <View className="tab-bar" {...aria('tablist')}>
      {tabs.map(({ path, word }) => (
        <Tab
          key={path}
          path={path}
          word={word}
          selected={path === selected}
          badge={path === 'pages/me/index' ? badge : ''}
        />
      ))}
    </View>
  );
}
