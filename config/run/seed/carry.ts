import { points } from '../../../src/contracts';
import type { CloudClient } from '../cloud-client';
import type { SampleCast } from '../sample';

type Carry = { client: CloudClient; cast: SampleCast; id: (label: string) => string };

/** 核对 by a committee member who did not record it. */
export async function checkRecord({ client, cast, id }: Carry, recordId: string): Promise<void> {
  const checker = client.as(cast.secondCadre.openid);
  await checker.must(points.checkRecord, { recordId, accept: true }, id(`check ${recordId}`));
}

/**
 * 评议 by whoever of the pool was drawn: each agrees until the panel has decided.
 * @returns how many votes it took
 */
export async function reviewRecord(
  { client, cast, id }: Carry,
  recordId: string,
): Promise<{ votes: number; panelSize: number }> {
  let votes = 0;
  for (const { openid } of cast.panelMembers) {
    const member = client.as(openid);
    const { records } = await member.must(points.listRecords, { view: 'to-review' });
    if (!records.some((record) => record.recordId === recordId)) continue;
    const vote = { recordId, accept: true };
    const label = `review ${recordId} ${openid}`;
    const { state, panelSize } = await member.must(points.reviewRecord, vote, id(label));
    votes += 1;
    if (state !== 'waiting-review') return { votes, panelSize };
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
