import type { ReactNode } from 'react';
import { placesOf, useSession } from '../../client/session';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';

/** What only the town does; anybody else is told so. The cloud decides, this is its echo. */
export function OfTown({ title, children }: { title: string; children: ReactNode }) {
  const { roles, state, error, refresh } = useSession();
  if (placesOf(roles, 'town-admin').length > 0) return <>{children}</>;
  return (
    <Page title={title}>
      {state === 'loading' && <Skeleton lines={2} />}
      {state === 'failed' && error && <ErrorState error={error} onRetry={refresh} />}
      {state === 'ready' && (
        <EmptyState
          icon="house"
          text="这一页由镇管理员来办。"
          hint="开嘎查村、开超市、导入户册、登记资金,都是镇里的事。"
        />
      )}
    </Page>
  );
}
