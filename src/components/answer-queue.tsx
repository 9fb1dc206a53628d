import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Pages } from '../client/use-pages';
import { Growing } from './growing';
import { Loaded } from './loaded';
import { MoreButton } from './more-button';
import { SectionHead } from './section-head';

/** What a line can bring about: the last question is asked, or the list is read again. */
export type Ways<Answering> = { choose: (answering: Answering) => void; reload: () => void };

type Section<Row, Answering> = {
  key: string;
  title: string;
  rows: readonly Row[];
  line: (row: Row, ways: Ways<Answering>) => ReactNode;
};

type Props<Value, Row, Answering> = {
  pages: Pages<Value, Row>;
  keyOf: (row: Row) => string;
  /** How many lines are about a screen. */
  atOnce: number;
  /** Where nothing waits, nor stands in a section. */
  empty: ReactNode;
  /** The button below those that wait, where there are more. */
  more: string;
  line: (row: Row, ways: Ways<Answering>) => ReactNode;
  /** What stands below those that wait: one's own, one's household's. */
  sections?: readonly Section<Row, Answering>[];
  /** The last question about one. */
  sheet: (answering: Answering, ends: { onClose: () => void; onDone: () => void }) => ReactNode;
};

/** What waits for somebody's answer, page by page, with the last question before each answer. */
export function AnswerQueue<Value, Row, Answering>(props: Props<Value, Row, Answering>) {
  const { pages, keyOf, atOnce, empty, more, line, sections = [], sheet } = props;
  const [answering, choose] = useState<Answering | null>(null);
  const close = () => choose(null);
  const reload = () => {
    close();
    pages.first.reload();
  };
  const ways = { choose, reload };
  const isEmpty = () => pages.rows.length === 0 && sections.every(({ rows }) => rows.length === 0);
  return (
    <>
      <Loaded call={pages.first} isEmpty={isEmpty} empty={empty}>
        {() => (
          <>
            <Growing groups={[{ key: 'waiting', rows: pages.rows }]} {...{ keyOf, atOnce }}>
              {(row) => line(row, ways)}
            </Growing>
            <MoreButton pages={pages} label={more} />
            {sections.map(({ key, title, rows, line }) => (
              <View key={key}>
                <View>{rows.length > 0 && <SectionHead title={title} />}</View>
                <Growing groups={[{ key, rows }]} {...{ keyOf, atOnce }}>
                  {(row) => line(row, ways)}
                </Growing>
              </View>
            ))}
          </>
        )}
      </Loaded>
      <View>{answering && sheet(answering, { onClose: close, onDone: reload })}</View>
    </>
  );
}
