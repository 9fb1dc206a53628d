import { View } from '@tarojs/components';
import { useState } from 'react';
import { type HeldRole, placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { answerJoin, listJoinRequests } from '../../../contracts/people';
import { JoinLine, type JoinRequest } from './join-line';
import '../queue-list.scss';

/** About a screen of them. */
const requestsAtOnce = 6;

type Answering = { request: JoinRequest; accept: boolean };

function AnswerSheet(props: { answering: Answering; onClose: () => void; onDone: () => void }) {
  const { answering, onClose, onDone } = props;
  const { request, accept } = answering;
  const command = useCommand(answerJoin);
  const confirm = async () => {
    const { joinRequestId, householdNumber, name } = request;
    const answer = await command.run({ joinRequestId, householdNumber, name, accept });
    if (answer.ok) onDone();
  };
  const who = `${request.name}(${request.householdNumber}号户)`;
  return (
    <Ask
      visible
      title={accept ? '同意加入' : '不同意加入'}
      text={
        accept
          ? `同意后,${who}能看到这一户的积分,也能替这一户申报和换东西。`
          : `${who}不会加入这一户。弄错户号的,可以改对再申请。`
      }
      confirmLabel={accept ? '同意加入' : '不同意'}
      danger={!accept}
      busy={command.busy}
      onConfirm={confirm}
      // What was refused may have changed meanwhile: the list is read again.
      onClose={command.error ? onDone : onClose}
    >
      <ErrorNote error={command.error} />
    </Ask>
  );
}

function JoinsOf({ place, withName }: { place: HeldRole; withName: boolean }) {
  const requests = useCall(listJoinRequests, { villageId: place.place });
  const [answering, setAnswering] = useState<Answering | null>(null);
  const done = () => {
    setAnswering(null);
    requests.reload();
  };
  return (
    <>
      {withName && <SectionHead title={place.placeName} />}
      <Loaded
        call={requests}
        isEmpty={(value) => value.requests.length === 0}
        empty={
          <EmptyState
            icon="person"
            text="没有等同意的申请。"
            hint="手机号在户册里的,不用等,直接就加入了。"
          />
        }
      >
        {(value) => (
          <Growing
            groups={[{ key: 'waiting', rows: value.requests }]}
            keyOf={({ joinRequestId }) => joinRequestId}
            atOnce={requestsAtOnce}
          >
            {(request) => (
              <JoinLine
                request={request}
                onAnswer={(accept) => setAnswering({ request, accept })}
              />
            )}
          </Growing>
        )}
      </Loaded>
      <View>
        {answering && (
          <AnswerSheet answering={answering} onClose={() => setAnswering(null)} onDone={done} />
        )}
      </View>
    </>
  );
}

export default function JoinsPage() {
  const roles = useSession((session) => session.roles);
  const places = placesOf(roles, 'cadre');
  return (
    <Page title="加入申请">
      {places.length === 0 && <EmptyState icon="person" text="加入申请由嘎查村干部来办。" />}
      {places.length > 0 && (
        <View className="queue-hint">对一对户册:是不是这一户的人。自己家的要由另一位干部办。</View>
      )}
      {places.map((place) => (
        <JoinsOf key={place.place} place={place} withName={places.length > 1} />
      ))}
    </Page>
  );
}
