import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { FormPart } from '../../components/form-part';
import { Page } from '../../components/page';
import { type AskedHousehold, householdsOf } from './households-of';
import { NamesShownLine } from './names-shown-line';
import './phone-first.scss';
import { useJoin } from './use-join';
import type { PhoneWay } from './use-phone-way';

type Props = {
  way: PhoneWay;
  shown: boolean;
  onShown: (shown: boolean) => void;
  onNotMe: () => void;
  /** The number is that of several in a household: only the name says which of them. */
  onNameNeeded: (household: AskedHousehold) => void;
};

function Asked(props: { household: AskedHousehold; busy: boolean; onYes: () => void }) {
  const { villageName, householdNumber, names } = props.household;
  const isOne = names.length === 1;
  return (
    <Card>
      <View className="phone-first-words">{villageName}</View>
      <View className="phone-first-question">
        您是 {householdNumber}号户 {names.join('、')} {isOne ? '吗?' : '中的一位吗?'}
      </View>
      <Button tone="primary" busy={props.busy} onTap={props.onYes}>
        {isOne ? '是,加入' : '是,填姓名加入'}
      </Button>
    </Card>
  );
}

/** “您是 22号户 包* 吗?”, for each household where the number stands. */
export function Question({ way, shown, onShown, onNotMe, onNameNeeded }: Props) {
  const { send, busy, error } = useJoin();
  const { phoneToken } = way;
  const join = async (household: AskedHousehold) => {
    if (household.names.length > 1 || phoneToken === null) return onNameNeeded(household);
    const { villageId, householdNumber } = household;
    const answer = await send({ villageId, householdNumber, phoneToken, namesShown: shown });
    if (answer.ok) return;
    if (answer.error.code === 'name-needed') onNameNeeded(household);
    if (answer.error.code === 'phone-token-stale') way.forget(answer.error);
  };
  return (
    <Page title="加入本村" bottom={<ErrorNote error={error} />}>
      {householdsOf(way.lines).map((household) => (
        <Asked
          key={`${household.villageId}.${household.householdNumber}`}
          household={household}
          busy={busy}
          onYes={() => join(household)}
        />
      ))}
      <FormPart label="都不对的,填户号和姓名">
        <Button disabled={busy} onTap={onNotMe}>
          不是我
        </Button>
      </FormPart>
      <Card flush>
        <NamesShownLine checked={shown} onChange={onShown} />
      </Card>
    </Page>
  );
}
