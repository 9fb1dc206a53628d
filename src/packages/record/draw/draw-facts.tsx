import { Card } from '../../../components/card';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import type { PublishedDraw } from '../../../domain/records/redo-draw';

const reasons: Record<PublishedDraw['leftOut'][number]['why'], string> = {
  involved: '记的人、核对的人,不抽',
  'kin-of-involved': '和记的人、核对的人是一家或近亲属,不抽',
  away: '上一次抽到了,没有表态,不再抽',
};

const marksAtOnce = 8;
const sealsAtOnce = 8;
/** Enough to compare by eye with a printed sheet. */
const shortDigits = 12;

type Row = { key: string; title: string; note: string };

function Rows({ title, rows, atOnce }: { title: string; rows: readonly Row[]; atOnce: number }) {
  if (rows.length === 0) return null;
  return (
    <>
      <SectionHead title={title} />
      <Growing
        groups={[{ key: title, rows, frame: (shown) => <Card flush>{shown}</Card> }]}
        keyOf={({ key }) => key}
        atOnce={atOnce}
        lined
      >
        {(row) => <Line title={row.title} note={row.note} />}
      </Growing>
    </>
  );
}

function placeInDraw(draw: PublishedDraw, mark: string, near: boolean): string {
  const last = draw.draws[draw.draws.length - 1];
  if (near) return '和这一户是一家、近亲属,或经手过这件事,不表态';
  if (!last || draw.drawDay !== null) return '可以抽';
  if (last.aside.includes(mark)) return '抽到了,自己回避了';
  return last.panel.includes(mark) ? '抽到了' : '没抽到';
}

/** What was fixed before, what nobody could know, and what came of both. */
export function DrawFacts({ draw }: { draw: PublishedDraw }) {
  const { seedHash, frozenAtMs, pool, leftOut, draws, seals } = draw;
  const last = draws[draws.length - 1];
  const today = dayOf(Date.now());
  const marks = pool.map(({ mark, near }) => ({
    ...{ key: mark, title: mark, note: placeInDraw(draw, mark, near) },
  }));
  const out = leftOut.map(({ mark, why }) => ({ key: mark, title: mark, note: reasons[why] }));
  const sealed = seals.map(({ villageId, hash }) => ({
    ...{
      key: villageId,
      title: hash.slice(0, shortDigits),
      note: `嘎查村 ${villageId} 那一夜的留底`,
    },
  }));
  return (
    <>
      <Card flush>
        <Line
          title={seedHash.slice(0, shortDigits)}
          note="种子的指纹:报的那天就定了,换一个种子指纹就对不上"
        />
        <Line
          title={dayInWords(dayOf(frozenAtMs), today)}
          note="可以抽的人从这天起定死,一人一个记号,不写名字"
        />
        <Line
          title={last ? `${dayInWords(last.night, today)}凌晨` : '抽签那天凌晨'}
          note="全镇每个村当夜账本的留底号一起掺进去,前一天谁也不知道"
        />
      </Card>
      <Rows title={`可以抽的 ${pool.length} 人`} rows={marks} atOnce={marksAtOnce} />
      <Rows title={`不能抽的 ${leftOut.length} 人`} rows={out} atOnce={marksAtOnce} />
      <Rows title={`当夜的留底 ${seals.length} 个村`} rows={sealed} atOnce={sealsAtOnce} />
    </>
  );
}
