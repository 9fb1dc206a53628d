import { View } from '@tarojs/components';
import { ErrorNote } from '../../../components/error-state';
import type { EnvelopeError } from '../../../contracts/contract';
import './deed-bottom.scss';

type Props = { missing: string | null; error: EnvelopeError | null };

/** Above the button: why it was refused, or what is still missing. */
export function DeedBottom({ missing, error }: Props) {
  if (!missing && !error) return null;
  return (
    <View className="deed-bottom">
      <ErrorNote error={error} />
      {missing && <View className="deed-bottom-missing">{missing}</View>}
    </View>
  );
}
