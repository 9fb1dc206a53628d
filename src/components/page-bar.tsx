import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from './aria';
import { Icon } from './icon';
import './page-bar.scss';
import { Tap } from './tap';

/** Back to where one came from; from a page opened by a code, to the board. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/board/index' });
}

/** Title and way back in a browser; WeChat draws its own. */
export function PageBar({ title, back }: { title: string; back: boolean }) {
  return (
    <View className="page-bar">
      <View className="page-bar-side">
        {back && (
          <Tap className="page-bar-back" onTap={goBack} label="返回">
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
