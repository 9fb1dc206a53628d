import { openPage } from '../../client/open-page';
import type { HeldRole } from '../../client/session';
import { Card } from '../../components/card';
import type { IconName } from '../../components/icon';
import { Line } from '../../components/line';
import { SectionHead } from '../../components/section-head';
import type { Role } from '../../contracts/people';
import { roleWords } from './role-words';

type Job = { title: string; note: string; icon: IconName; url: string; roles: readonly Role[] };

const jobs: readonly Job[] = [
  {
    title: '现场记分',
    note: '扫户码、拍照、记分,没网也能记',
    icon: 'star',
    url: '/packages/record/record/index',
    roles: ['cadre'],
  },
  {
    title: '评议与公示',
    note: '核对、联签、评议、公示、答复异议',
    icon: 'notice',
    url: '/packages/work/queue/index',
    roles: ['cadre', 'panel', 'supervisor'],
  },
  {
    title: '加入申请',
    note: '对一对户册,让人加入',
    icon: 'person',
    url: '/packages/work/joins/index',
    roles: ['cadre'],
  },
  {
    title: '查账签字',
    note: '账本对不上时,查清了再签',
    icon: 'seal',
    url: '/packages/work/alarm/index',
    roles: ['supervisor', 'town-admin'],
  },
  {
    title: '核销',
    note: '扫取货码,交货',
    icon: 'scan',
    url: '/packages/keeper/home/index',
    roles: ['keeper'],
  },
  {
    title: '进货与盘点',
    note: '货架上还有多少',
    icon: 'bag',
    url: '/packages/keeper/stock/index',
    roles: ['keeper'],
  },
];

/** Jobs appear with the role and go with it. */
export function Jobs({ roles }: { roles: readonly HeldRole[] }) {
  const mine = jobs.filter((job) => roles.some((held) => job.roles.includes(held.role)));
  if (mine.length === 0) return null;
  const words = new Set(
    roles.filter((held) => held.role !== 'resident').map((held) => roleWords[held.role]),
  );
  return (
    <>
      <SectionHead title="我的工作" extra={[...words].join('、')} />
      <Card flush>
        {mine.map(({ title, note, icon, url }) => (
          <Line
            key={url}
            icon={icon}
            title={title}
            note={note}
            onTap={() => {
              openPage(url);
            }}
          />
        ))}
      </Card>
    </>
  );
}
