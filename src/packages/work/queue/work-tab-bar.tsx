import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { classes } from '../../../components/classes';
import './work-tab-bar.scss';
import type { WorkTab } from './work-tabs';

type Props = {
  tabs: readonly { tab: WorkTab; count: string | null }[];
  chosen: WorkTab;
  onChoose: (tab: WorkTab) => void;
};

/** The jobs side by side, each with how many wait; they wrap rather than scroll out of sight. */
export function WorkTabBar({ tabs, chosen, onChoose }: Props) {
  return (
    <View className="work-tab-bar">
      {tabs.map(({ tab, count }) => {
        const selected = tab.view === chosen.view;
        const told = `${tab.label}${count === null ? '' : `,${count} 条`}`;
        return (
          <View
            key={tab.view}
            className={classes('work-tab', selected && 'work-tab-chosen')}
            onClick={() => onChoose(tab)}
            {...aria('tab', told, { selected })}
          >
            <View>{tab.label}</View>
            {count !== null && count !== '0' && <View className="work-tab-count">{count}</View>}
          </View>
        );
      })}
    </View>
  );
}
