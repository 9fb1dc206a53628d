import { View } from '@tarojs/components';
import { ErrorNote } from '../../../components/error-state';
import type { Paper } from './use-paper';

type Props = {
  paper: Paper;
  /** So many households of the paper can be ticked; null while they are not known. */
  shown: number | null;
};

/** What the paper cannot be used for, or how many of its households cannot be ticked. */
export function PaperNote({ paper: { sheet, problem }, shown }: Props) {
  const missing = sheet && shown !== null ? sheet.householdIds.length - shown : 0;
  return (
    <View>
      <ErrorNote error={problem} />
      {sheet && <View>下面只列单子上的事和户,顺序和纸上一样。请把单子拍进照片。</View>}
      {missing > 0 && <View>单子上有 {missing} 户不能记:是您自己家,或者已经不在册了。</View>}
    </View>
  );
}
