import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { Toggle } from '../../../components/toggle';
import { addFunds, readOverview } from '../../../contracts/town';
import { InVillage } from '../in-village';
import { useForm } from '../use-form';
import { readYuan, yuanInWords } from '../yuan';
import { amountOf, hintOf, type Source, sources } from './booking';

const title = '登记资金';
const longestAmount = 12;
const longestNote = 100;
const wrongAmount = '金额填数字,最多两位小数,比如 2000 或 35.50。';

/** The form, and what is said once a line is booked. */
function useBooking(villageId: string, onBooked: () => void) {
  const form = useForm({ amount: '', note: '' });
  const [source, setSource] = useState<Source>('collective-income');
  const [takesBack, takeBack] = useState(false);
  const [said, say] = useState<string | null>(null);
  const { run, busy, error, clearError } = useCommand(addFunds);
  const draft = useOwnDraft({
    key: `funds ${villageId}`,
    value: form.isFilled ? { texts: form.value, source, takesBack } : null,
    restore(left) {
      form.fill(left.texts);
      setSource(left.source);
      takeBack(left.takesBack);
    },
  });
  const changed = () => {
    clearError();
    say(null);
  };
  const submit = async () => {
    const { amount, note } = form.value;
    if (!form.check({ amount: '金额要填。' })) return;
    const fen = readYuan(amount);
    if (fen === null) return form.say('amount', wrongAmount);
    const words = note.trim();
    const amountFen = amountOf(fen, source, takesBack);
    const answer = await run({ villageId, amountFen, source, ...(words && { note: words }) });
    if (!answer.ok) return;
    draft.done();
    form.reset();
    takeBack(false);
    say(`登记好了,账上现在 ${yuanInWords(answer.value.balanceFen)}。`);
    onBooked();
  };
  return {
    ...{ form, draft, source, takesBack, said, busy, error, changed, submit },
    choose(chosen: Source) {
      setSource(chosen);
      changed();
    },
    turn(on: boolean) {
      takeBack(on);
      changed();
    },
  };
}

type Booking = ReturnType<typeof useBooking>;

function Form({ booking }: { booking: Booking }) {
  const { form, draft, source, takesBack, changed } = booking;
  return (
    <>
      <DraftCard draft={draft} />
      <FormPart label="哪里的钱?" hint={hintOf(source, takesBack)}>
        <Chips choices={sources} chosen={source} onChoose={booking.choose} />
      </FormPart>
      <Field
        {...form.field('amount', changed)}
        label="金额(元)"
        type="digit"
        maximumLength={longestAmount}
        placeholder="比如 2000"
      />
      <Field
        {...form.field('note', changed)}
        label="备注(可以不写)"
        maximumLength={longestNote}
        placeholder="比如 草场租金、香皂 60 块"
      />
      <Card flush>
        <Toggle
          title="登错了,冲掉一笔"
          note="账只添不改:再记一笔相反的"
          on={takesBack}
          onChange={booking.turn}
        />
      </Card>
    </>
  );
}

const nothing = (
  <EmptyState icon="house" text="没有找到这个嘎查村" hint="请从“我的—全镇”里点它。" />
);

function Funds({ villageId }: { villageId: string }) {
  const overview = useCall(readOverview, { villageId });
  const booking = useBooking(villageId, overview.reload);
  const { said, busy, error } = booking;
  const isThere = overview.value?.villages.length === 1;
  return (
    <Page
      title={title}
      primary={isThere ? { label: '登记', onTap: booking.submit, busy } : undefined}
      bottom={<ErrorNote error={error} />}
    >
      <Loaded
        call={overview}
        lines={3}
        isEmpty={({ villages }) => villages.length === 0}
        empty={nothing}
      >
        {({ villages }) => (
          <>
            {villages.map(({ name, fundsFen, backing }) => (
              <Card key={name} flush>
                <Line icon="house" title={`${name},账上 ${yuanInWords(fundsFen)}`} note={backing} />
              </Card>
            ))}
            <View>{said && <EmptyState icon="check" text={said} />}</View>
            <Form booking={booking} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Money that backs a village's points: what came, and what went into goods. */
export default function FundsPage() {
  return <InVillage title={title}>{(villageId) => <Funds villageId={villageId} />}</InVillage>;
}
