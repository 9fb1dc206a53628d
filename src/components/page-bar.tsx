import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { goBack } from '../client/open-page';
import { aria } from './aria';
import { Icon } from './icon';
import './page-bar.scss';
import { Tap } from './tap';

const toBoard = () => Taro.switchTab({ url: '/pages/board/index' });

/** Title and way back in a browser; WeChat draws its own. */
export function PageBar({ title, back }: { title: string; back: boolean }) {
  return (
    <View className="page-bar">
      <View className="page-bar-side">
        {back && (
          <Tap className="page-bar-back" onTap={() => goBack(toBoard)} label="返回">
            <Icon name="back" tone="text" />
          </Tap>
        )}
      </View>
      <View className="page-bar-title" {...aria('heading')}>
        {title}
      </View>
      <View className="page-bar-side" />
    </View>
  );
}
