import { View } from '@tarojs/components';
import { useState } from 'react';
import { placesOf, useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { listLinkObjections } from '../../../contracts/links';
import { mayBeOneOfTwo } from '../two-people';
import { LinkLine } from './link-line';
import { SettleSheet, type Settling } from './settle-sheet';

/** About a screen of them. */
const linksAtOnce = 4;

const nobody = (
  <EmptyState
    icon="check"
    text="没有等查清的人。"
    hint="一户的大人说“不是我家的人”、镇里解除了手机,会出现在这里。"
  />
);

function Links() {
  const roles = useSession((session) => session.roles);
  const pages = usePages({
    contract: listLinkObjections,
    first: {},
    rowsOf: ({ links }) => links,
    keyOf: ({ linkId }) => linkId,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  const [settling, setSettling] = useState<Settling | null>(null);
  const done = () => {
    setSettling(null);
    pages.first.reload();
  };
  const mayLook = [...placesOf(roles, 'supervisor'), ...placesOf(roles, 'town-admin')].length > 0;
  return (
    <>
      <Loaded call={pages.first} isEmpty={() => pages.rows.length === 0} empty={nobody}>
        {() => (
          <Growing
            groups={[{ key: 'open', rows: pages.rows }]}
            keyOf={({ linkId }) => linkId}
            atOnce={linksAtOnce}
          >
            {(link) => (
              <LinkLine
                link={link}
                mayLook={mayLook}
                onSettle={(out) => setSettling({ link, out })}
              />
            )}
          </Growing>
        )}
      </Loaded>
      <MoreButton pages={pages} label="看后面的" />
      <View>
        {settling && (
          <SettleSheet settling={settling} onClose={() => setSettling(null)} onDone={done} />
        )}
      </View>
    </>
  );
}

/** Who does not belong to a household, as it says or as the town saw it: for the two who look. */
export default function LinksPage() {
  const roles = useSession((session) => session.roles);
  return (
    <Page title="查清加入的人">
      {mayBeOneOfTwo(roles) ? (
        <>
          <QueueHint>
            先当面问这一户的大人。要两个人意见一样,其中一个不是村委会的。自己家、近亲属家的,当初您同意加入的,不能办。
          </QueueHint>
          <Links />
        </>
      ) : (
        <EmptyState icon="person" text="这件事由村干部、监委会和镇里来查清。" />
      )}
    </Page>
  );
}
