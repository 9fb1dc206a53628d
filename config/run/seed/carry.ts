import { points } from '../../../src/contracts';
import { addDays, dayOf, startOfDayMs } from '../../../src/domain/kernel/time';
import type { CloudClient } from '../cloud-client';
import type { SampleCast } from '../sample';

type Carry = { client: CloudClient; cast: SampleCast; id: (label: string) => string };

/** 核对 by a committee member who did not record it. */
export async function checkRecord({ client, cast, id }: Carry, recordId: string): Promise<void> {
  const checker = client.as(cast.secondCadre.openid);
  await checker.must(points.checkRecord, { recordId, accept: true }, id(`check ${recordId}`));
}

/** 抽签: what was checked today is drawn for on the morning of the next day, after its seals. */
export async function letTheDrawFall(client: CloudClient): Promise<void> {
  const nowMs = await client.nowMs();
  const morningMs = startOfDayMs(addDays(dayOf(nowMs), 1)) + 8 * 60 * 60_000;
  await client.advance(morningMs - nowMs);
  await client.timer('seal-day');
  await client.timer('draw-panels');
}

/**
 * 评议 by whoever of the pool was drawn: each agrees until the panel has decided.
 * @returns how many votes it took
 */
export async function reviewRecord(
  { client, cast, id }: Carry,
  recordId: string,
): Promise<{ votes: number; votesNeeded: number }> {
  let votes = 0;
  for (const { openid } of cast.panelMembers) {
    const member = client.as(openid);
    const { records } = await member.must(points.listRecords, { view: 'to-review' });
    if (!records.some((record) => record.recordId === recordId)) continue;
    const vote = { recordId, accept: true };
    const label = `review ${recordId} ${openid}`;
    const { state, votesNeeded } = await member.must(points.reviewRecord, vote, id(label));
    votes += 1;
    if (state !== 'waiting-review') return { votes, votesNeeded };
  }
  throw new Error(`the panel did not decide on ${recordId}`);
}

/** 公示 of records that passed the panel. */
export async function openNotice(
  { client, cast, id }: Carry,
  recordIds: string[],
): Promise<{ noticeId: string; closesAtMs: number }> {
  const { villageId, openid } = cast.cadre;
  const label = `notice ${recordIds.join(' ')}`;
  return client.as(openid).must(points.openNotice, { villageId, recordIds }, id(label));
}
