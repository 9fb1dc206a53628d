import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
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
export function PageBar({ title }: { title: string }) {
  const isTab = useRouter().path.startsWith('/pages/');
  return (
    <View className="page-bar">
      <View className="page-bar-side">
        {!isTab && (
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
