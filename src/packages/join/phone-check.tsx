import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../client/use-command';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { StateTag } from '../../components/state-tag';
import { readPhoneNumber } from '../../contracts/wechat';
import { phoneSeenBy } from '../../domain/people/told-before';
import { PhoneButton } from './phone-button';
import './phone-check.scss';

type Checked = { phoneToken: string; phoneMasked: string } | null;
type Props = { checked: Checked; onChecked: (checked: Checked) => void };

/** With a number that stands in the register one joins at once; without it the village checks. */
export function PhoneCheck({ checked, onChecked }: Props) {
  const { run, busy, error } = useCommand(readPhoneNumber);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (code: string) => {
    setProblem(null);
    const answer = await run({ code });
    if (answer.ok) onChecked(answer.value);
  };
  return (
    <>
      <Card>
        <View className="phone-check-words">
          核对手机号,和户册上的一样就马上加入;不核对也行,等村里看过再加入。{phoneSeenBy}
        </View>
        {checked ? (
          <StateTag tone="done" word={`已核对 ${checked.phoneMasked}`} />
        ) : (
          <PhoneButton onCode={take} onProblem={setProblem} busy={busy} />
        )}
      </Card>
      <ErrorNote error={problem ? { code: 'no-phone', message: problem } : error} />
    </>
  );
}
