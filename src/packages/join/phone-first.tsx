import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { phoneSeenBy } from '../../domain/people/told-before';
import { PhoneButton } from './phone-button';
import './phone-first.scss';
import type { PhoneWay } from './use-phone-way';

/** One tap, and the register says who one is; what went wrong is said below the button. */
export function PhoneFirst({ way }: { way: PhoneWay }) {
  return (
    <>
      <Card>
        <View className="phone-first-words">
          户册里登记了您的手机号,点一下就能加入。{phoneSeenBy}
        </View>
        <PhoneButton onCode={way.take} onProblem={way.onProblem} busy={way.busy} />
      </Card>
      <ErrorNote error={way.told} />
    </>
  );
}
