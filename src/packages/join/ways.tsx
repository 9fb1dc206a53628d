import { useState } from 'react';
import { useSession } from '../../client/session';
import { isUndecided } from '../../client/trouble';
import { useCall } from '../../client/use-call';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ErrorState } from '../../components/error-state';
import { FormPart } from '../../components/form-part';
import { Line } from '../../components/line';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { VillageChoice } from '../../components/village-choice';
import { readVillage } from '../../contracts/people';
import type { AskedHousehold } from './households-of';
import { JoinForm, useFilled } from './join-form';
import { noProblems } from './missing-parts';
import { NotInRegister } from './not-in-register';
import { PhoneFirst } from './phone-first';
import { Question } from './question';
import { usePhoneWay } from './use-phone-way';

/** Both ways in: what is filled in stays when one goes from one to the other. */
function useWays(asked: string | undefined) {
  const looked = useSession((session) => session.village?.villageId);
  const [villageId, setVillageId] = useState(asked ?? looked ?? null);
  const [formOpen, setFormOpen] = useState(false);
  const filled = useFilled();
  const way = usePhoneWay(() => setFormOpen(true));
  const fillIn = () => {
    way.close();
    setFormOpen(true);
  };
  const askName = ({ villageId: theirs, householdNumber }: AskedHousehold) => {
    setVillageId(theirs);
    filled.setNumber(String(householdNumber));
    const name = '这一户有几个人登记了这个手机号,填上您的姓名就能加入。';
    filled.setProblems({ ...noProblems, name });
    fillIn();
  };
  return { villageId, setVillageId, formOpen, filled, way, fillIn, askName };
}

/** @param asked the village whose code was scanned, if one was, else the one that is looked at */
export function Ways({ asked }: { asked: string | undefined }) {
  const { villageId, setVillageId, formOpen, filled, way, fillIn, askName } = useWays(asked);
  const village = useCall(readVillage, villageId ? { villageId } : null);
  if (way.lines.length > 0) {
    const { shown, setShown } = filled;
    return (
      <Question {...{ way, shown }} onShown={setShown} onNotMe={fillIn} onNameNeeded={askName} />
    );
  }
  const choice = <VillageChoice onChoose={(chosen) => setVillageId(chosen.villageId)} />;
  if (villageId === null || village.value === null) {
    const { error } = village;
    return (
      <Page title="加入本村">
        {villageId === null && <PhoneFirst way={way} />}
        {villageId !== null && !error && <Skeleton />}
        {error && <ErrorState error={error} onRetry={village.reload} />}
        {(villageId === null || (error && !isUndecided(error))) && choice}
      </Page>
    );
  }
  const { name, townName } = village.value;
  const top = (
    <>
      <PhoneFirst way={way} />
      <Card flush>
        <Line
          icon="house"
          title={name}
          note={townName}
          extra="换一个"
          onTap={() => setVillageId(null)}
        />
      </Card>
    </>
  );
  if (formOpen) return <JoinForm {...{ villageId, filled, way }}>{top}</JoinForm>;
  return (
    <Page title="加入本村">
      {top}
      <FormPart label="没有登记手机号的">
        <Button onTap={fillIn}>填户号和姓名</Button>
      </FormPart>
      <NotInRegister villageId={villageId} />
    </Page>
  );
}
