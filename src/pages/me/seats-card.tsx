import { View } from '@tarojs/components';
import type { Session } from '../../client/session';
import { Card } from '../../components/card';
import { Line } from '../../components/line';
import { roleWords } from '../../components/role-words';
import { dayInWords, yearOf } from '../../domain/kernel/time';
import { isSeat } from '../../domain/people/offices/seats';
import { seatWords } from './seat-words';

/** Whoever was invited: as what, until when, and what that opens. */
export function SeatsCard({ session: { name = '', roles } }: { session: Session }) {
  const invited = roles.filter(({ untilDay }) => untilDay !== undefined);
  if (invited.length === 0) return null;
  return (
    <Card flush>
      {invited.map(({ role, place, placeName, untilDay = '' }) => (
        <Line
          key={`${role} ${place}`}
          icon="person"
          title={`${name} ${roleWords[role]}`.trim()}
          note={
            <>
              <View>
                {placeName},到{yearOf(untilDay)}年{dayInWords(untilDay)}为止
              </View>
              {isSeat(role) && <View>{seatWords[role]}</View>}
            </>
          }
        />
      ))}
    </Card>
  );
}
