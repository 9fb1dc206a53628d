import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { calledBy } from '../../../domain/kernel/names';
import {
  type ChangeAnswer,
  type ChangeKind,
  changeKinds,
} from '../../../domain/town/register/changes';
import type { Answers, Preview } from './use-register';

type Change = Preview['changes'][number];
type Answering = { answers: Answers; onAnswers: (answers: Answers) => void };

/** About a screen of lines. */
const changesAtOnce = 8;
const leave = { id: 'leave', label: '先不动' } as const;

/** Whether a person can say something of it that changes more than the file alone. */
export function mayAnswer({ changes }: Pick<Preview, 'changes'>): boolean {
  return changes.some(({ kind }) => changeKinds[kind].answers.length > 0);
}

function AskOf({ change, answers, onAnswers }: { change: Change } & Answering) {
  const { change: key, kind } = change;
  const possible = changeKinds[kind].answers.map(({ answer: id, label }) => ({ id, label }));
  const choose = (id: ChangeAnswer | 'leave') => {
    const others = [...answers].filter(([of]) => of !== key);
    onAnswers(new Map(id === 'leave' ? others : [...others, [key, id]]));
  };
  return (
    <Chips choices={[leave, ...possible]} chosen={answers.get(key) ?? leave.id} onChoose={choose} />
  );
}

function ChangeLine({ change, ...answering }: { change: Change } & Answering) {
  const { kind, householdNumber, name, says } = change;
  return (
    <View className="register-change">
      <Line title={calledBy(householdNumber, name)} note={says} />
      <View>
        {changeKinds[kind].answers.length > 0 && <AskOf change={change} {...answering} />}
      </View>
    </View>
  );
}

/** What the file changes, by name; what only a person can tell waits for their word, or stays. */
export function ChangesCard({ preview, ...answering }: { preview: Preview } & Answering) {
  const { changes, changesInAll } = preview;
  const kinds = [...new Set(changes.map(({ kind }) => kind))] as ChangeKind[];
  const more = changesInAll - changes.length;
  return (
    <>
      {kinds.map((kind) => {
        const rows = changes.filter((each) => each.kind === kind);
        const asks = changeKinds[kind].answers.length > 0;
        return (
          <View key={kind}>
            <SectionHead title={changeKinds[kind].title} extra={`${rows.length} 处`} />
            <Card flush tone={asks ? 'gold' : 'plain'}>
              <Growing
                groups={[{ key: kind, rows }]}
                keyOf={({ change }) => change}
                atOnce={changesAtOnce}
                lined
              >
                {(change) => <ChangeLine change={change} {...answering} />}
              </Growing>
            </Card>
          </View>
        );
      })}
      <View>
        {more > 0 && (
          <Line title={`另有 ${more} 处没有列出来`} note="这次不问的都先不动,下次导入再看。" />
        )}
      </View>
    </>
  );
}
