import { View } from '@tarojs/components';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { instantInWords } from '../../../components/days';
import { ErrorNote } from '../../../components/error-state';
import { FormPart } from '../../../components/form-part';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { SectionHead } from '../../../components/section-head';
import type { ValueOf } from '../../../contracts/contract';
import { listProxies, setPin } from '../../../contracts/proxy';
import { clockTime, dayInWords } from '../../../domain/kernel/time';
import { doneInWords, helperWords } from '../../../domain/people/proxy-words';
import { PinForm } from '../pin-form';

type Visits = ValueOf<typeof listProxies>;
type Visit = Visits['proxies'][number];

const ofHousehold = (number: number | null) => (number === null ? '' : `(${number}号户)`);
const confirmedBy = ({ secondNumber }: Visit) =>
  secondNumber === null ? '按了密码' : `${secondNumber}号户的人在场确认`;

function VisitLine({ visit }: { visit: Visit }) {
  const { beganAtMs, as, helperNumber, done } = visit;
  const when = `${instantInWords(beganAtMs)} ${clockTime(beganAtMs)}`;
  const who = `${helperWords[as]}${ofHousehold(helperNumber)}代办`;
  const what = doneInWords(done) || '没有办别的';
  return <Line title={who} note={`${when} ${confirmedBy(visit)}。${what}`} />;
}

function PinPart({ since, onChanged }: { since: string | null; onChanged: () => void }) {
  const { run, busy, error } = useCommand(setPin);
  const remove = async () => {
    if ((await run({ pin: null })).ok) onChanged();
  };
  return (
    <>
      <PinForm label={since ? '换一个密码' : '给卡定一个密码'} onSet={onChanged} />
      {since && (
        <FormPart label={`${dayInWords(since)}定的密码`}>
          <ErrorNote error={error} />
          <Button busy={busy} onTap={remove}>
            不用密码了
          </Button>
        </FormPart>
      )}
    </>
  );
}

/** Who did things for this household, by which card, and how it shows that it is there. */
export function Visits() {
  const visits = useCall(listProxies, {});
  return (
    <Loaded call={visits} lines={1}>
      {({ proxies, cardSince, pinSince }) => (
        <>
          {cardSince && (
            <View className="household-card-since">
              {dayInWords(cardSince)}换过卡,旧卡不能用了。
            </View>
          )}
          {proxies.length > 0 && (
            <>
              <SectionHead title="别人替您家办过" extra={`${proxies.length} 次`} />
              <Card flush>
                {proxies.map((visit) => (
                  <VisitLine key={visit.proxyId} visit={visit} />
                ))}
              </Card>
            </>
          )}
          <PinPart since={pinSince} onChanged={visits.reload} />
        </>
      )}
    </Loaded>
  );
}
