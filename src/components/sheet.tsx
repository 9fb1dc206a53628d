import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './icon';
import './sheet.scss';
import { Tap } from './tap';

type Props = { visible: boolean; title: string; onClose: () => void; children: ReactNode };

/** Slides up from the bottom for one question or choice; closes by its cross or a tap beside it. */
export function Sheet({ visible, title, onClose, children }: Props) {
  return (
    // A place of its own: when the sheet goes, the page under it is not sent again.
    <View>
      <Popup visible={visible} position="bottom" round onClose={onClose} lockScroll>
        {visible && (
          <View className="sheet" {...aria('dialog', title)}>
            <View className="sheet-head">
              <View className="sheet-title">{title}</View>
              <Tap className="sheet-close" onTap={onClose} label="关上">
                <Icon name="cross" />
              </Tap>
            </View>
            <View className="sheet-body">{children}</View>
          </View>
        )}
      </Popup>
    </View>
  );
}
