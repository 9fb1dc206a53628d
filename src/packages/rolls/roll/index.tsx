import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { usePages } from '../../../client/use-pages';
import { ButtonRow } from '../../../components/button-row';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import { readRoll } from '../../../contracts/rolls';
import { compositionInWords } from '../../../domain/people/rolls/composition';
import { rollWords } from '../../../domain/people/rolls/words';
import { countInWords, groundInWords, type RollLine, standing } from '../words';
import { AnswerSheet, type How } from './answer-sheet';
import '../roll.scss';

type Read = ValueOf<typeof readRoll>;

/** About a screen of them. */
const linesAtOnce = 12;
const tones = {
  proposed: 'waiting',
  confirmed: 'done',
  refused: 'stopped',
  withdrawn: 'ended',
} as const;

/** What is said of somebody beside the name. */
function marksOf({ woman, committee, inRegister }: RollLine): string | undefined {
  if (committee) return '村委会';
  if (woman) return '妇女代表';
  return inRegister ? undefined : '户册里没有';
}

function Somebody({ line }: { line: RollLine }) {
  const { householdNumber, name } = line;
  const where = householdNumber === null ? '' : `${householdNumber}号户 `;
  return <Line title={`${where}${name ?? '名字已删'}`} extra={marksOf(line)} />;
}

function Head({ read, onChoose }: { read: Read; onChoose: (how: How) => void }) {
  const { roll, villageName, reason, own, mayAnswer } = read;
  const answers = [
    { words: '不同意', onTap: () => onChoose('refuse') },
    { words: '同意', usual: true, onTap: () => onChoose('accept') },
  ];
  const withdraw = { words: '撤回', onTap: () => onChoose('withdraw') };
  return (
    <Card>
      <View className="roll-name">
        {villageName} {rollWords[roll.kind]}
      </View>
      <View>{countInWords(roll)}</View>
      <View>{roll.kind === 'representatives' && compositionInWords(roll)}</View>
      <View>{groundInWords(roll)}</View>
      <StateTag tone={tones[roll.state]} word={standing(roll)} />
      <View>{reason && `为什么:${reason}`}</View>
      <View>{mayAnswer && <ButtonRow choices={answers} />}</View>
      <View>{own && <ButtonRow choices={[withdraw]} />}</View>
    </Card>
  );
}

function OneRoll({ rollId }: { rollId: string }) {
  const [how, choose] = useState<How | null>(null);
  const pages = usePages({
    contract: readRoll,
    first: { rollId },
    rowsOf: ({ lines }) => lines,
    keyOf: ({ line }) => line,
    after: (_, { next }) => ({ rollId, ...(next !== null && { page: next }) }),
  });
  const done = () => {
    choose(null);
    pages.first.reload();
  };
  return (
    <Loaded call={pages.first}>
      {(read) => (
        <>
          <Head read={read} onChoose={choose} />
          <Growing
            groups={[
              { key: 'lines', rows: pages.rows, frame: (rows) => <Card flush>{rows}</Card> },
            ]}
            keyOf={({ line }) => line}
            atOnce={linesAtOnce}
            lined
          >
            {(line) => <Somebody line={line} />}
          </Growing>
          <MoreButton pages={pages} label="看后面的人" />
          <View>
            {how && (
              <AnswerSheet roll={read.roll} how={how} onClose={() => choose(null)} onDone={done} />
            )}
          </View>
        </>
      )}
    </Loaded>
  );
}

/** One roll with its names, for the two who enter and confirm it. */
export default function RollPage() {
  const { rollId } = usePageParams();
  const roles = useSession((session) => session.roles);
  return (
    <Page title="一份名册">
      {rollId && roles.length > 0 ? (
        <OneRoll rollId={rollId} />
      ) : (
        <EmptyState icon="person" text="名册上的名字只给村干部、监委会和镇里看。" />
      )}
    </Page>
  );
}
