import type { ReactNode } from 'react';
import { openPage } from '../../client/open-page';
import type { HeldRole } from '../../client/session';
import { useToday } from '../../client/today';
import { Card } from '../../components/card';
import { Growing } from '../../components/growing';
import { type Job, jobsOf, waitingAt } from '../../components/jobs-of';
import { LargeButton, LargeButtons, WaitingCount } from '../../components/large-buttons';
import { Line } from '../../components/line';
import { roleWords } from '../../components/role-words';
import { SectionHead } from '../../components/section-head';

const open = (url: string) => () => {
  openPage(url);
};

function JobLine({ job, waiting }: { job: Job; waiting: string | null }) {
  const { title, note, icon, url } = job;
  return (
    <Line
      icon={icon}
      title={title}
      note={note}
      extra={waiting === null ? undefined : <WaitingCount>{waiting}</WaitingCount>}
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
    <LargeButtons>
      {large.map((job) => {
        const { title, icon, url } = job;
        const waiting = waitingAt(job, cards);
        return <LargeButton key={url} {...{ title, icon, waiting }} onTap={open(url)} />;
      })}
    </LargeButtons>
  );
}

/** They stand below the first screen: what comes first is not kept waiting by them. */
const jobsAtOnce = 4;
const inACard = (rows: ReactNode) => <Card flush>{rows}</Card>;

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
      <Growing
        groups={[{ key: 'jobs', rows: others, frame: inACard }]}
        keyOf={({ url }) => url}
        atOnce={jobsAtOnce}
        lined
      >
        {(job) => <JobLine job={job} waiting={waitingAt(job, cards)} />}
      </Growing>
    </>
  );
}
