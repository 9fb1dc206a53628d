import { View } from '@tarojs/components';
import { openPage } from '../../client/open-page';
import type { HeldRole } from '../../client/session';
import { type TodayCard, useToday } from '../../client/today';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { Line } from '../../components/line';
import { SectionHead } from '../../components/section-head';
import { Tap } from '../../components/tap';
import './jobs.scss';
import { type Job, jobsOf } from './jobs-of';
import { roleWords } from './role-words';

const open = (url: string) => () => {
  openPage(url);
};

/** How much waits there; `200+` where more does than was counted, nothing where nothing does. */
function waitingAt({ toDos }: Job, cards: readonly TodayCard[] | null): string | null {
  const there = (cards ?? []).filter(({ toDo }) => toDos.includes(toDo));
  const count = there.reduce((total, card) => total + card.count, 0);
  if (count === 0) return null;
  return there.some(({ more }) => more) ? `${count}+` : String(count);
}

function LargeJob({ job, waiting }: { job: Job; waiting: string | null }) {
  const { title, icon, url } = job;
  const label = waiting === null ? title : `${title},等您办 ${waiting}`;
  return (
    <Tap className="large-job" label={label} onTap={open(url)}>
      <Icon name={icon} tone="green" />
      <View className="large-job-title">{title}</View>
      {waiting !== null && <View className="job-count">{waiting}</View>}
    </Tap>
  );
}

function JobLine({ job, waiting }: { job: Job; waiting: string | null }) {
  const { title, note, icon, url } = job;
  return (
    <Line
      icon={icon}
      title={title}
      note={note}
      extra={waiting === null ? undefined : <View className="job-count">{waiting}</View>}
      onTap={open(url)}
    />
  );
}

/** The three things somebody does most, by their roles, as large as a thumb. */
export function LargeJobs({ roles }: { roles: readonly HeldRole[] }) {
  const cards = useToday((today) => today.cards);
  const { large } = jobsOf(roles);
  if (large.length === 0) return null;
  return (
    <View className="large-jobs">
      {large.map((job) => (
        <LargeJob key={job.url} job={job} waiting={waitingAt(job, cards)} />
      ))}
    </View>
  );
}

/** Jobs appear with the role and go with it. */
export function OtherJobs({ roles }: { roles: readonly HeldRole[] }) {
  const cards = useToday((today) => today.cards);
  const { others } = jobsOf(roles);
  if (others.length === 0) return null;
  const offices = roles.filter(({ role }) => role !== 'resident');
  const words = new Set(offices.map(({ role }) => roleWords[role]));
  return (
    <>
      <SectionHead title="我还能做的" extra={[...words].join('、')} />
      <Card flush>
        {others.map((job) => (
          <JobLine key={job.url} job={job} waiting={waitingAt(job, cards)} />
        ))}
      </Card>
    </>
  );
}
