import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { FormPart } from '../../../components/form-part';
import { Icon } from '../../../components/icon';
import { PhoneButton } from '../phone-button';
import type { useEnter } from './use-enter';

/** One tap for the number; what went wrong is said below the button. */
export function PhonePart({ way }: { way: ReturnType<typeof useEnter>['way'] }) {
  const { phone, take, problem, setProblem, busy } = way;
  return (
    <FormPart label="手机号" hint="登记好以后写进户册,以后换手机点一下就能加入。不给也能申请。">
      <View>
        {phone ? (
          <Card>
            <Icon name="check" tone="green" /> 核对过了:{phone.masked}
          </Card>
        ) : (
          <PhoneButton label="用微信手机号" onCode={take} onProblem={setProblem} busy={busy} />
        )}
      </View>
      <View>{problem && <View className="field-problem">{problem}</View>}</View>
    </FormPart>
  );
}
