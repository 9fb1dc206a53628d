import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { cameInWords, type ShownLink } from '../../../components/link-words';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import type { listLinks } from '../../../contracts/links';
import { dayOf } from '../../../domain/kernel/time';
import './person-line.scss';

export type HouseholdPerson = ValueOf<typeof listLinks>['people'][number];

function Standing({ link }: { link: ShownLink }) {
  const { state, objection, opinion } = link;
  if (state === 'objected' || state === 'proposed') {
    return (
      <>
        <StateTag tone="waiting" word="家里有人说不是,等两个人查清" />
        <View className="household-person-note">家里人说:{objection}</View>
      </>
    );
  }
  if (state !== 'stays' || !opinion) return null;
  return <View className="household-person-note">查过了,没有问题:{opinion.reason}</View>;
}

/** One line of the household: who, whether they joined, how they came in, what can be said. */
export function PersonLine(props: { person: HouseholdPerson; onObject: () => void }) {
  const { name, relation, hasJoined, isOwn, mayObject, link } = props.person;
  const notYet = hasJoined ? '已加入' : '还没有用手机加入';
  return (
    <Card>
      <View className="household-person-name">
        {name}
        {isOwn ? '(您)' : ''}
      </View>
      <View className="household-person-note">{relation}</View>
      <View>{link ? cameInWords(link, dayOf(Date.now())) : notYet}</View>
      <View>{link && <Standing link={link} />}</View>
      <View>
        {mayObject && (
          <Button label={`${name}不是我家的人`} onTap={props.onObject}>
            不是我家的人
          </Button>
        )}
      </View>
    </Card>
  );
}
