import { View } from '@tarojs/components';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { FormPart } from '../../../components/form-part';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { roleWords } from '../../../components/role-words';
import { listNamedInRegister } from '../../../contracts/offices';
import type { GiveForm } from './form';

type Props = { villageId: string; onChoose: (filled: Partial<GiveForm>) => void };

/** About a screen of lines. */
const namedAtOnce = 6;

/** Whom the register's 身份 proposes: one tap fills in who and what. */
export function NamedInRegister({ villageId, onChoose }: Props) {
  const { value } = useCall(listNamedInRegister, { villageId });
  const named = value?.named ?? [];
  return (
    <View>
      {named.length > 0 && (
        <FormPart
          label={`户册里写着、还没登记的 ${named.length}${value?.more ? ' 多' : ''} 人`}
          hint="户册只算提名。点一个,下面就填好。"
        >
          <Card flush>
            <Growing
              groups={[{ key: 'named', rows: named }]}
              keyOf={({ householdNumber, name, role }) => `${householdNumber} ${name} ${role}`}
              atOnce={namedAtOnce}
              lined
            >
              {({ householdNumber, name, role }) => (
                <Line
                  title={name}
                  note={`${householdNumber}号户`}
                  extra={roleWords[role]}
                  onTap={() => onChoose({ role, name, number: String(householdNumber) })}
                />
              )}
            </Growing>
          </Card>
        </FormPart>
      )}
    </View>
  );
}
