import { View } from '@tarojs/components';
import { ButtonRow } from '../../../components/button-row';
import { Card } from '../../../components/card';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import type { listEntryRequests } from '../../../contracts/entry';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { agreedInWords } from '../two-people';
import './request-line.scss';

export type EntryRequest = ValueOf<typeof listEntryRequests>['requests'][number];
type Props = { request: EntryRequest; onAnswer: (accept: boolean) => void };

/** `2024年3月`. */
const monthInWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** `3号户`, or a household that begins with them. */
export function whereOf({ householdNumber }: EntryRequest): string {
  return householdNumber === null ? '新开一户' : `住在 ${householdNumber}号户`;
}

function howFar({ appealed, agreedAs }: EntryRequest): string {
  const nobodyYet = appealed ? '上次没同意,请监委会再看' : '还没有人同意,要两个人同意';
  return agreedInWords(agreedAs, nobodyYet);
}

/** What of it stands in the register already, or does not fit. */
function Fits({ request }: { request: EntryRequest }) {
  const { nameStandsThere, numberStandsAt, phoneProven, refusedBecause } = request;
  const number = phoneProven ? '手机号核对过' : '没有给手机号';
  const stands = numberStandsAt === null ? '' : `,户册里 ${numberStandsAt}号户也登记了这个号`;
  return (
    <View className="entry-request-note">
      <View>
        {number}
        {stands}
      </View>
      {nameStandsThere && (
        <StateTag tone="stopped" word="这一户已经有叫这个名字的人,看看是不是同一个人" />
      )}
      {refusedBecause !== null && <View>上次的理由:{refusedBecause}</View>}
    </View>
  );
}

/** Somebody who asks to be entered; whoever knows the village answers. */
export function RequestLine({ request, onAnswer }: Props) {
  const { name, birthYear, residence, sinceMonth, villageName, askedAtMs } = request;
  const asked = dayInWords(dayOf(askedAtMs), dayOf(Date.now()));
  const who = residence === 'newcomer' ? '外来常住' : '本地人,户册漏了';
  return (
    <Card>
      <View className="entry-request-name">
        {name},{birthYear}年生
      </View>
      <View>
        {who},说 {monthInWords(sinceMonth)}起住在这里,{whereOf(request)}
      </View>
      <View className="entry-request-note">
        {villageName},{asked}申请
      </View>
      <Fits request={request} />
      <StateTag tone="waiting" word={howFar(request)} />
      <ButtonRow
        choices={[
          { words: '不同意', label: `不同意登记${name}`, onTap: () => onAnswer(false) },
          { words: '同意登记', label: `同意登记${name}`, usual: true, onTap: () => onAnswer(true) },
        ]}
      />
    </Card>
  );
}
