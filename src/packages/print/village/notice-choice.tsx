import { useEffect } from 'react';
import { useCall } from '../../../client/use-call';
import { Chips } from '../../../components/chips';
import { EmptyState } from '../../../components/empty-state';
import { FormPart } from '../../../components/form-part';
import { Loaded } from '../../../components/loaded';
import type { ValueOf } from '../../../contracts/contract';
import { readBoard } from '../../../contracts/records';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import type { Choices } from './wanted';

type Props = {
  choices: Choices;
  set: (changed: Partial<Choices>) => void;
  villageId: string;
};
type Notice = ValueOf<typeof readBoard>['notices'][number];

const nothing = (
  <EmptyState icon="notice" text="现在没有正在公示的。" hint="开了公示,这里就能印出来上墙。" />
);

const nameOf = ({ closesAtMs, count }: Notice) =>
  `到${dayInWords(dayOf(closesAtMs))}的 ${count} 条`;

/** Which of the notices that run, the next to end first; where there is one, it is chosen. */
export function NoticeChoice({ choices: { notice }, set, villageId }: Props) {
  const board = useCall(readBoard, { villageId });
  const notices = board.value?.notices ?? [];
  const only = notices.length === 1 ? notices[0] : undefined;
  const onlyId = only?.noticeId;
  const onlyName = only && nameOf(only);
  useEffect(() => {
    if (onlyId && onlyName && !notice) set({ notice: { noticeId: onlyId, name: onlyName } });
  }, [onlyId, onlyName, notice, set]);
  const choose = (id: string) => {
    const chosen = notices.find(({ noticeId }) => noticeId === id);
    set({ notice: chosen ? { noticeId: id, name: nameOf(chosen) } : null });
  };
  return (
    <FormPart label="哪一份公示?">
      <Loaded
        call={board}
        lines={1}
        isEmpty={(value) => value.notices.length === 0}
        empty={nothing}
      >
        {(value) => (
          <Chips
            choices={value.notices.map((each) => ({ id: each.noticeId, label: nameOf(each) }))}
            chosen={notice?.noticeId ?? null}
            onChoose={choose}
          />
        )}
      </Loaded>
    </FormPart>
  );
}
