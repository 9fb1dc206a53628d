import { points } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
import { yearOf } from '../../../src/domain/kernel/time';
import { offeredMoves } from '../../../src/domain/kernel/workflow';
import { answerIsShown } from '../../../src/domain/records/answers';
import { hasObjected } from '../../../src/domain/records/record-needs';
import { timelineOf } from '../../../src/domain/records/record-words';
import { recordWorkflow } from '../../../src/domain/records/record-workflow';
import type { DeedRecord } from '../../../src/domain/records/types';
import { allowanceId } from '../../../src/domain/scheme/allowance';
import { usesOfSameDeed } from '../../../src/domain/scheme/same-deed';
import type { Allowance } from '../../../src/domain/scheme/types';
import { defineQuery } from '../../runtime/define-action';
import { evidenceOf } from '../activities/load-activity';
import { type Getter, knownHousehold, loadRecord, moverFor } from '../load';
import { recordLineOf } from '../record-line';
import { type RecordReader, readerOf } from '../record-reader';

/** Other records of the same household, item and day: who handles one must know of them. */
async function sameDayOf(record: DeedRecord, from: Getter): Promise<number> {
  const { householdId, day, recordId } = record;
  const id = allowanceId(householdId, yearOf(day));
  const allowance = await from.get<Allowance>('allowances', id);
  return usesOfSameDeed(allowance?.uses ?? [], record, recordId).length;
}

/** Household and deciders read it always, who objected and the village as long as it is shown. */
function answerFor(record: DeedRecord, personId: string, reader: RecordReader, nowMs: number) {
  const { answer, answeredAtMs, householdHidden } = record;
  const mine = hasObjected(record, personId);
  const sees = reader.whole || mine || answerIsShown(record, nowMs);
  if (!sees || !answer || answeredAtMs === undefined) return null;
  const { upheld } = answer;
  // It may name people: the village reads what it came to.
  const readsWhy = reader.whole || (mine && !householdHidden);
  const reason = readsWhy ? answer.reason : null;
  return { upheld, reason, atMs: answeredAtMs, mine };
}

export const readRecord = defineQuery({
  contract: points.readRecord,
  allow: [{ who: 'wechat-user' }],
  async run({ input, read, caller, files, nowMs }) {
    const record = await loadRecord(read, input.recordId);
    const household = await knownHousehold(read, record.householdId);
    const mover = await moverFor(read, caller, household);
    const reader = readerOf(caller, record, mover, household, nowMs);
    // Whoever may not see it does not learn that it is there.
    if (!reader) refuse('record-not-found', '没有找到这条记录。请刷新后再看。');
    const shows = await evidenceOf(record, read);
    // What is about somebody's health shows who it is: whoever may not know that sees neither.
    const seesEvidence = reader.whole && reader.shown !== 'nothing';
    const photos = seesEvidence ? await files.temporaryAddresses(shows.photos) : [];
    const seen = reader.whole ? 'with-reasons' : 'without-reasons';
    const facts = { record, mover, nowMs };
    return {
      record: recordLineOf(record, reader.shown, nowMs, seen),
      note: seesEvidence ? shows.note : null,
      location: seesEvidence ? record.location : null,
      units: record.units,
      levelName: record.levelName,
      photos: photos.filter((address) => address !== null),
      sameDay: reader.whole ? await sameDayOf(record, read) : 0,
      photosHidden: !seesEvidence && shows.photos.length > 0,
      schemeVersion: record.schemeVersion,
      standardText: record.standardText,
      answer: answerFor(record, mover.personId, reader, nowMs),
      timeline: timelineOf(record, seen),
      offered: offeredMoves(recordWorkflow, record.state, reader.actors, facts),
    };
  },
});
