import { useSession } from '../../../src/client/session';
import type { ValueOf } from '../../../src/contracts/contract';
import type { MissingThing, readOverview } from '../../../src/contracts/town';

type Overview = ValueOf<typeof readOverview>;
export type OverviewVillage = Overview['villages'][number];

/** Whoever holds the phone looks after the town. */
export function asAdministrator(): void {
  const role = { role: 'town-admin' as const, place: 'town', placeName: '示例镇' };
  useSession.setState({ state: 'ready', error: null, me: null, roles: [role], waitingJoin: null });
}

export const listed = { villageId: 'v01', name: '示例一嘎查', townName: '示例镇', sample: false };

/** A village that has all it needs. */
export const ready: OverviewVillage = {
  ...{ villageId: 'v01', name: '示例一嘎查', households: 16, members: 48, joined: 9 },
  ...{ hasShop: true, fundsFen: 2_000_000, spendableOutstanding: 0, alarm: null, missing: [] },
  backing: '账上 20000.00 元、货 0.00 元能顶积分。',
};

export const lacks = (...things: MissingThing[]): OverviewVillage => ({
  ...ready,
  missing: things.map((thing) => ({ thing, there: 0, lacking: 1 })),
});

export const overviewOf = (...villages: OverviewVillage[]): Overview => ({
  townName: '示例镇',
  secondGivenOnDay: null,
  villages,
  jobs: [{ job: 'seal-day', title: '留底账本', completeAtMs: null, overdue: false }],
});
