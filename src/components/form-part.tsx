import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './form-part.scss';

type Props = { label: string; hint?: string; children: ReactNode };

/** One question of a form: what is asked, what it is for, and where it is answered. */
export function FormPart({ label, hint, children }: Props) {
  return (
    <View className="form-part">
      <View className="form-part-label">{label}</View>
      {hint && <View className="form-part-hint">{hint}</View>}
      {children}
    </View>
  );
}
