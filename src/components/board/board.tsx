import { View } from '@tarojs/components';
import { useSession } from '../../client/session';
import { usePages } from '../../client/use-pages';
import { readBoard } from '../../contracts/records';
import { Loaded } from '../loaded';
import { Answers } from './answers';
import './board.scss';
import { MoreLines } from './more-lines';
import { Notices } from './notices';
import { QuarterCard } from './quarter-card';

/** The board of a village; of many notices the further ones by a button. */
function useBoard(villageId: string) {
  return usePages({
    contract: readBoard,
    first: { villageId },
    rowsOf: (value) => value.notices,
    keyOf: (notice) => notice.noticeId,
    after: ({ noticeId, closesAtMs }) => ({ villageId, after: { noticeId, closesAtMs } }),
  });
}

/** All that a village makes public: on the first tab, and in large type on a page of its own. */
export function Board({ villageId }: { villageId: string }) {
  const member = useSession(({ me }) => me?.villageId === villageId);
  const board = useBoard(villageId);
  return (
    <Loaded call={board.first} lines={5}>
      {(value) => (
        <>
          {value.sample && <View className="board-sample">示例数据,用来看看怎么用</View>}
          <Notices pages={board} seal={value.seal} member={member} />
          <Answers answers={value.answers} member={member} />
          <QuarterCard board={value} />
          <MoreLines
            villageId={villageId}
            seal={value.seal}
            checked={value.checked}
            rechecked={value.rechecked}
            secondGivenOnDay={value.secondGivenOnDay}
            alarm={value.alarm}
          />
        </>
      )}
    </Loaded>
  );
}
