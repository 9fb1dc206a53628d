import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { ButtonRow } from '../../../components/button-row';
import { Card } from '../../../components/card';
import { cameInWords } from '../../../components/link-words';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import type { listLinkObjections } from '../../../contracts/links';
import { calledBy } from '../../../domain/kernel/names';
import { dayOf } from '../../../domain/kernel/time';
import '../joins/join-line.scss';

export type OpenLink = ValueOf<typeof listLinkObjections>['links'][number];
type Props = { link: OpenLink; mayLook: boolean; onSettle: (out: boolean) => void };

const offices = { cadre: '村干部', supervisor: '监委会的人', 'town-admin': '镇里的人' } as const;

/** What was said already: by the town, or by the first of two. */
function saidBefore({ state, opinion, opinionAs }: OpenLink): string {
  if (state === 'cut') return '镇里先解除了,要另一个人看对不对';
  if (!opinion || !opinionAs) return '还没有人答复,要两个人意见一样';
  const what = opinion.out ? '不是这一户的' : '是这一户的';
  return `${offices[opinionAs]}说${what}:${opinion.reason}`;
}

/** Somebody of whom a household says that they are not theirs, or whom the town took out. */
export function LinkLine({ link, mayLook, onSettle }: Props) {
  const { name, householdId, householdNumber, villageName, objection, state } = link;
  const isCut = state === 'cut';
  const lookAtHousehold = () =>
    openPage(`/packages/people/household/index?householdId=${householdId}`);
  return (
    <Card>
      <View className="join-line-name">{calledBy(householdNumber, name)}</View>
      <View className="join-line-note">
        {villageName},{cameInWords(link, dayOf(Date.now()))}
      </View>
      <View>{objection !== null && <View>家里人说:{objection}</View>}</View>
      <StateTag tone="waiting" word={saidBefore(link)} />
      <ButtonRow
        choices={[
          { words: isCut ? '解除得对' : '不是这户的', onTap: () => onSettle(true) },
          { words: isCut ? '解除错了' : '是这户的', onTap: () => onSettle(false) },
        ]}
      />
      <View>
        {mayLook && <ButtonRow choices={[{ words: '看这一户的人', onTap: lookAtHousehold }]} />}
      </View>
    </Card>
  );
}
