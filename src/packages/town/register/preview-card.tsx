import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import type { Preview } from './use-register';

/** About a screen of lines. */
const linesAtOnce = 10;
/** The cloud names so many; there may be more. */
const mostShown = 100;

export function countsInWords(counts: Pick<Preview, 'households' | 'members' | 'minors'>): string {
  const { households, members, minors } = counts;
  const young = minors > 0 ? `,另有 ${minors} 个不满 18 岁的只记数` : '';
  return `${households} 户,${members} 人${young}`;
}

export function changedInWords(
  counts: Pick<Preview, 'newHouseholds' | 'changedHouseholds'>,
): string {
  const { newHouseholds, changedHouseholds } = counts;
  if (newHouseholds + changedHouseholds === 0) return '和已经登记的一样,没有要写的';
  return `新的 ${newHouseholds} 户,有变动的 ${changedHouseholds} 户`;
}

function Problems({ problems }: Pick<Preview, 'problems'>) {
  const count = problems.length >= mostShown ? `前 ${mostShown} 处` : `${problems.length} 处`;
  return (
    <>
      <SectionHead title="要改的地方" extra={count} />
      <Card flush tone="red">
        <Growing
          groups={[{ key: 'problems', rows: problems }]}
          keyOf={({ cell, message }) => `${cell} ${message}`}
          atOnce={linesAtOnce}
          lined
        >
          {({ cell, column, message }) => (
            <Line title={column ? `${cell} ${column}` : cell} note={message} />
          )}
        </Growing>
      </Card>
    </>
  );
}

function Notes({ notes }: Pick<Preview, 'notes'>) {
  return (
    <>
      <SectionHead title="导入前要知道" />
      <Card flush tone="blue">
        {notes.map((note) => (
          <Line key={note} title={note} />
        ))}
      </Card>
    </>
  );
}

/** What the file would do: how many it holds, all that must be changed, what to know before. */
export function PreviewCard({ name, preview }: { name: string; preview: Preview }) {
  const { problems, notes } = preview;
  const isSound = problems.length === 0;
  return (
    <>
      <Card flush>
        <Line
          icon={isSound ? 'list' : 'warning'}
          title={name}
          note={isSound ? countsInWords(preview) : '有要改的地方,改好才能导入。什么都没有写进去。'}
        />
        {isSound && <Line title={changedInWords(preview)} />}
      </Card>
      <View>{!isSound && <Problems problems={problems} />}</View>
      <View>{notes.length > 0 && <Notes notes={notes} />}</View>
    </>
  );
}
