import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './form-part.scss';

type Props = {
  label: string;
  hint?: string;
  /** Said in red below what there is to choose. */
  problem?: string | null;
  children: ReactNode;
};

/** One question of a form: what is asked, what it is for, and where it is answered. */
export function FormPart({ label, hint, problem, children }: Props) {
  return (
    <View className="form-part">
      <View className="form-part-label">{label}</View>
      {hint && <View className="form-part-hint">{hint}</View>}
      {children}
      <View>{problem && <View className="form-part-problem">{problem}</View>}</View>
    </View>
  );
}
