import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../../client/open-page';
import { placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { QrCode } from '../../../components/qr-code';
import { roleWords } from '../../../components/role-words';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import { listInvitations, renewInvitation, withdrawOfficeAct } from '../../../contracts/offices';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { inTwo, writeInvitationText } from '../../../domain/people/offices/invitation-text';
import { wholeDay } from '../words';
import './invitations.scss';

type Invitation = ValueOf<typeof listInvitations>['invitations'][number];

/** About a screen of them. */
const atOnce = 4;

const whoOf = ({ name, organisation, role }: Invitation) =>
  `${name}(${organisation}),${roleWords[role]}`;

/** For the person it is for to scan, or to type. */
function Code({ code, name }: { code: string; name: string }) {
  return (
    <View className="invitation-code">
      <QrCode text={writeInvitationText(code)} label={`${name}的邀请码`} />
      <View className="invitation-letters">{inTwo(code)}</View>
    </View>
  );
}

type Shown = { invitation: Invitation; onChanged: () => void };

function useInvitation({ invitation: { officeActId }, onChanged }: Shown) {
  const [shows, show] = useState(false);
  const [asking, ask] = useState(false);
  const renewal = useCommand(renewInvitation);
  const withdrawal = useCommand(withdrawOfficeAct);
  const renew = async () => {
    const answer = await renewal.run({ officeActId });
    if (answer.ok) onChanged();
  };
  const withdraw = async () => {
    const answer = await withdrawal.run({ officeActId });
    ask(false);
    if (answer.ok) onChanged();
  };
  const busy = renewal.busy || withdrawal.busy;
  return {
    ...{ shows, show, asking, ask, renew, withdraw, busy },
    error: renewal.error ?? withdrawal.error,
  };
}

function InvitationCard(shown: Shown) {
  const { invitation } = shown;
  const { code, codeUntilMs, phone, placeName, untilDay, name } = invitation;
  const { shows, show, asking, ask, renew, withdraw, busy, error } = useInvitation(shown);
  const until = dayInWords(dayOf(codeUntilMs));
  return (
    <Card>
      <View className="invitation-who">{whoOf(invitation)}</View>
      <View>
        {placeName},任到{wholeDay(untilDay)}
      </View>
      <View>只给手机号 {phone} 用</View>
      <StateTag
        tone={code === null ? 'stopped' : 'waiting'}
        word={code === null ? '码过期了,换一个新码' : `等本人用,${until}前有效`}
      />
      <View>{code !== null && shows && <Code code={code} name={name} />}</View>
      <View className="invitation-buttons">
        {code !== null && (
          <Button className="invitation-button" tone="outline" onTap={() => show(!shows)}>
            {shows ? '收起码' : '给本人看码'}
          </Button>
        )}
        <Button className="invitation-button" busy={busy} onTap={renew}>
          换一个码
        </Button>
        <Button className="invitation-button" onTap={() => ask(true)}>
          撤回
        </Button>
      </View>
      <ErrorNote error={error} />
      <Ask
        visible={asking}
        title="撤回"
        text={`${whoOf(invitation)}。撤回后这个码马上不能用。`}
        confirmLabel="撤回"
        danger
        busy={busy}
        onConfirm={withdraw}
        onClose={() => ask(false)}
      />
    </Card>
  );
}

function Invitations() {
  const call = useCall(listInvitations, {});
  const invite = () => openPage('/packages/offices/invite/index');
  return (
    <Page title="邀请" primary={{ label: '登记邀请', onTap: invite }}>
      <Card flush>
        <Line
          icon="clock"
          title="等确认的任职和离任"
          note="一个人登记,另一个人确认,才有邀请码"
          onTap={() => {
            openPage('/packages/offices/acts/index');
          }}
        />
      </Card>
      <Loaded
        call={call}
        isEmpty={({ invitations }) => invitations.length === 0}
        empty={
          <EmptyState
            icon="person"
            text="没有等着用的邀请码。"
            hint="观察员、商户、会计这些没有户的人,由镇里邀请。"
          />
        }
      >
        {({ invitations }) => (
          <Growing
            groups={[{ key: 'open', rows: invitations }]}
            keyOf={({ officeActId }) => officeActId}
            atOnce={atOnce}
          >
            {(invitation) => <InvitationCard invitation={invitation} onChanged={call.reload} />}
          </Growing>
        )}
      </Loaded>
    </Page>
  );
}

/** Who was invited and has not come yet, each with the code to show them. */
export default function InvitationsPage() {
  const roles = useSession((session) => session.roles);
  if (placesOf(roles, 'town-admin').length > 0) return <Invitations />;
  return (
    <Page title="邀请">
      <EmptyState icon="person" text="邀请由镇管理员来登记。您有邀请码,在“我的”里用。" />
    </Page>
  );
}
