import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './section-head.scss';

/** Heads a group of a list and stays in sight while the group scrolls by. */
export function SectionHead({ title, extra }: { title: string; extra?: ReactNode }) {
  return (
    <View className="section-head">
      <View className="section-head-title" {...aria('heading')}>
        {title}
      </View>
      {extra !== undefined && <View className="section-head-extra">{extra}</View>}
    </View>
  );
}
