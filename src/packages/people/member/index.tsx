import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ChosenVillage, placesOf, useSession } from '../../../client/session';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Line } from '../../../components/line';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { VillageChoice } from '../../../components/village-choice';
import { EraseAsk } from './erase-ask';
import { UnlinkAsk } from './unlink-ask';
import { emptyWhom, type Filled, filled } from './whom';

type Doing = { what: 'unlink' | 'erase'; whom: Filled };

function Asking(props: { doing: Doing; onDone: (said: string) => void; onClose: () => void }) {
  const { doing, ...ways } = props;
  const Ask = doing.what === 'unlink' ? UnlinkAsk : EraseAsk;
  return <Ask whom={doing.whom} {...ways} />;
}

function OfVillage({ village, onChange }: { village: ChosenVillage; onChange: () => void }) {
  const [whom, setWhom] = useState(emptyWhom);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [said, say] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const type = (changed: Partial<typeof whom>) => {
    setWhom((before) => ({ ...before, ...changed }));
    setMissing(false);
    say(null);
  };
  const begin = (what: Doing['what']) => {
    const given = filled(whom, village);
    setMissing(given === null);
    if (given) setDoing({ what, whom: given });
  };
  const done = (words: string) => {
    setDoing(null);
    setWhom(emptyWhom);
    say(words);
  };
  return (
    <Page title="一个人的信息">
      <Card flush>
        <Line icon="house" title={village.name} extra="换一个" onTap={onChange} />
      </Card>
      <Field
        label="户号"
        type="number"
        value={whom.number}
        onInput={(number) => type({ number })}
        maximumLength={6}
        placeholder="比如 22"
      />
      <Field
        label="姓名"
        value={whom.name}
        onInput={(name) => type({ name })}
        placeholder="照户册写"
        problem={missing ? '户号和姓名都要填,照户册写。' : null}
      />
      <FormPart label="手机丢了、换了人,或者加入的不是本人">
        <Button tone="outline" onTap={() => begin('unlink')}>
          解除这个人的手机
        </Button>
      </FormPart>
      <FormPart label="本人要求不再留他的信息">
        <Button tone="danger" onTap={() => begin('erase')}>
          删除这个人的信息
        </Button>
      </FormPart>
      <View>{said && <EmptyState icon="check" text={said} />}</View>
      <View>{doing && <Asking doing={doing} onDone={done} onClose={() => setDoing(null)} />}</View>
    </Page>
  );
}

/** What the town does for somebody without their phone; nobody's line is shown, it is typed. */
export default function MemberPage() {
  const { roles, state } = useSession();
  const [village, choose] = useState<ChosenVillage | null>(null);
  const ofTown = placesOf(roles, 'town-admin').length > 0;
  if (village && ofTown) {
    return <OfVillage key={village.villageId} village={village} onChange={() => choose(null)} />;
  }
  return (
    <Page title="一个人的信息">
      {ofTown && <VillageChoice onChoose={choose} />}
      {!ofTown && state === 'loading' && <Skeleton lines={2} />}
      {!ofTown && state !== 'loading' && (
        <EmptyState
          icon="person"
          text="手机丢了,或有人冒名加入,由镇里来办。"
          hint="自己的信息,在“我的”最下面自己就能删。"
        />
      )}
    </Page>
  );
}
