import { points } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
import { offeredMoves } from '../../../src/domain/kernel/workflow';
import { timelineOf } from '../../../src/domain/records/record-words';
import { recordWorkflow } from '../../../src/domain/records/record-workflow';
import { defineQuery } from '../../runtime/define-action';
import { evidenceOf } from '../activities/load-activity';
import { knownHousehold, loadRecord, moverFor } from '../load';
import { recordLineOf } from '../record-line';
import { readerOf } from '../record-reader';

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
      photosHidden: !seesEvidence && shows.photos.length > 0,
      schemeVersion: record.schemeVersion,
      standardText: record.standardText,
      timeline: timelineOf(record, seen),
      offered: offeredMoves(recordWorkflow, record.state, reader.actors, facts),
    };
  },
});
