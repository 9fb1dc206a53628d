import { View } from '@tarojs/components';
import { openPage } from '../../client/open-page';
import { type TodayCard, useToday } from '../../client/today';
import { Card } from '../../components/card';
import { Growing } from '../../components/growing';
import { Line } from '../../components/line';
import { SectionHead } from '../../components/section-head';
import { StateTag } from '../../components/state-tag';
import { countInWords, iconOf } from './to-do-words';
import './today.scss';

/** `最晚 11月27日`; what is past its day says so in colour, word and icon. */
function Due({ card: { due, late, count } }: { card: TodayCard }) {
  if (late === 0) return <>{due}</>;
  return <StateTag tone="stopped" word={late === count ? due : `${due},晚了 ${late} 件`} />;
}

function TodayLine({ card }: { card: TodayCard }) {
  const { title, subject, page } = card;
  return (
    <Line
      className="today-line"
      icon={iconOf(card.toDo)}
      title={`${title} ${countInWords(card)}`}
      note={
        <>
          {subject && <View>{subject}</View>}
          <Due card={card} />
        </>
      }
      onTap={() => {
        openPage(page);
      }}
    />
  );
}

/** About a screen of them. */
const cardsAtOnce = 5;

/** What waits for whoever opens this, most urgent first: nobody has to look into a queue. */
export function TodayCards() {
  const cards = useToday((today) => today.cards);
  if (cards === null || cards.length === 0) return null;
  return (
    <>
      <SectionHead title="今天" extra="等您办的" />
      <Card flush>
        <Growing
          groups={[{ key: 'today', rows: cards }]}
          keyOf={({ toDo }) => toDo}
          atOnce={cardsAtOnce}
          lined
        >
          {(card) => <TodayLine card={card} />}
        </Growing>
      </Card>
    </>
  );
}
