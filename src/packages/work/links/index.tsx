import { placesOf, useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { AnswerQueue, type Ways } from '../../../components/answer-queue';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { listLinkObjections } from '../../../contracts/links';
import { mayBeOneOfTwo } from '../two-people';
import { LinkLine, type OpenLink } from './link-line';
import { SettleSheet, type Settling } from './settle-sheet';

/** About a screen of them. */
const linksAtOnce = 4;
const keyOf = ({ linkId }: OpenLink) => linkId;

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
    keyOf,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  const mayLook = [...placesOf(roles, 'supervisor'), ...placesOf(roles, 'town-admin')].length > 0;
  return (
    <AnswerQueue
      pages={pages}
      keyOf={keyOf}
      atOnce={linksAtOnce}
      empty={nobody}
      more="看后面的"
      line={(link, { choose }: Ways<Settling>) => (
        <LinkLine link={link} mayLook={mayLook} onSettle={(out) => choose({ link, out })} />
      )}
      sheet={(settling: Settling, ends) => <SettleSheet settling={settling} {...ends} />}
    />
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
