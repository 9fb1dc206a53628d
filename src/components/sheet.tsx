import { ScrollView, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './icon';
import { InSheet } from './in-sheet';
import './sheet.scss';
import { Tap } from './tap';

type Props = {
  visible: boolean;
  title: string;
  onClose: () => void;
  /** Buttons: they stay in sight, however long what stands above them is. */
  foot?: ReactNode;
  children: ReactNode;
};

/**
 * Slides up from the bottom for one question or choice; closes by its cross or a tap beside it.
 * Touches that move are caught, so that the page under it stays where it is; WeChat then scrolls
 * nothing inside but a scroll-view.
 */
export function Sheet({ visible, title, onClose, foot, children }: Props) {
  return (
    // A place of its own: when the sheet goes, the page under it is not sent again.
    <View>
      {visible && (
        <View className="sheet-layer" catchMove>
          <View className="sheet-mask" onClick={onClose} />
          <View className="sheet" {...aria('dialog', title)}>
            <View className="sheet-head">
              <View className="sheet-title">{title}</View>
              <Tap className="sheet-close" onTap={onClose} label="关上">
                <Icon name="cross" />
              </Tap>
            </View>
            <ScrollView scrollY className="sheet-body">
              <InSheet.Provider value>
                <View className="sheet-words">{children}</View>
              </InSheet.Provider>
            </ScrollView>
            {foot}
          </View>
        </View>
      )}
    </View>
  );
}
