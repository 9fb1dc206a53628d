import { nameErased } from '../../../src/domain/people/forget-name';
import {
  gaveItsEvidence,
  withoutEvidence,
  withoutTraces,
} from '../../../src/domain/records/blank-record';
import { recordWith } from './fixture';

const location = { latitude: 38.9, longitude: 108.7, accuracyMetres: 20 };
const step = (reason: string | null) => ({
  ...{ action: 'check-record', by: 'cadre' as const, personId: 'p', atMs: 1 },
  ...{ state: 'waiting-review' as const, reason },
});
const vote = (reason: string | null) => ({ personId: 'q', agree: true, reason, atMs: 2 });
const record = recordWith({
  ...{ note: '和乌云其木格一起挖渠', photos: ['cloud://a'], location, evidenceHeld: true },
  steps: [step(null), step('乌云·其木格 在场')],
  votes: [vote('见到乌云其木格了'), vote('属实')],
});
const askedAtMs = record.recordedAtMs;
const mark = nameErased;
const longerNames: string[] = [];
const blank = { note: null, photos: [], location: null, evidenceHeld: false };

test('without its evidence a record keeps points, steps and votes', () => {
  expect(withoutEvidence(record)).toEqual({ ...record, ...blank });
});

test('evidence is given by who declared for their own household, not by a cadre in office', () => {
  const traced = { personId: 'recorder' };
  expect(gaveItsEvidence(record, traced)).toBe(true);
  expect(gaveItsEvidence({ ...record, byCadre: true }, traced)).toBe(false);
  expect(gaveItsEvidence(record, { personId: 'other' })).toBe(false);
  expect(gaveItsEvidence(record, { personId: null })).toBe(false);
});

test('who gave the evidence takes it along; what does not name them stays', () => {
  const traced = { personId: 'recorder', name: '张三', longerNames, askedAtMs };
  expect(withoutTraces(record, traced)).toEqual({ ...record, ...blank });
});

test('a name becomes a mark, however it is spaced; the rest stays', () => {
  const traced = { personId: 'other', name: '乌云 其木格', longerNames, askedAtMs };
  expect(withoutTraces(record, traced)).toEqual({
    ...record,
    note: `和${mark}一起挖渠`,
    steps: [step(null), step(`${mark} 在场`)],
    votes: [vote(`见到${mark}了`), vote('属实')],
  });
});

test('without a name there is nothing to look for, and a nameless one names nobody', () => {
  expect(withoutTraces(record, { personId: null, name: null, longerNames, askedAtMs })).toEqual(
    record,
  );
  expect(withoutTraces(record, { personId: null, name: ' · ', longerNames, askedAtMs })).toEqual(
    record,
  );
});

test('what was written after somebody asked to be erased stays: they may have come back', () => {
  const traced = {
    personId: 'recorder',
    name: '乌云其木格',
    longerNames,
    askedAtMs: askedAtMs - 1,
  };
  expect(withoutTraces(record, traced)).toEqual(record);
});
