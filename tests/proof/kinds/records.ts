import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

/** Decisions stand with their reasons as long as the points they led to. */
const reason = {
  kept: { stays: 'why it was decided so: the ground of points that stand in the ledger' },
  goesWithWhomItNames: true,
} as const;

/** Marks, no names: enough to make a draw again. */
const publicDraw = [
  'seedHash drawDay',
  'frozen: frozenAtMs',
  'frozen.pool[]: mark near',
  'frozen.leftOut[]: mark why',
  'draw: seed night nightHash frozenAtMs',
  'draw.pool[]: mark near',
  'draw.leftOut[]: mark why',
];

/** To an objection: that it was answered, when and how. */
const answered = ['answeredAtMs', 'answer: upheld'];

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    may: { resident: ownHousehold, cadre: here, panel: here, supervisor: here, ...town },
    // While it stands on a notice; not who decided, and neither evidence nor reasons.
    insiders: [
      'recordId householdNumber householdName itemId itemName day points spendable byCadre',
      'recordedAtMs',
      'state standardText schemeVersion noticeOpenedAtMs closesAtMs objectedAtMs',
      'steps[]: action by atMs state',
      'draw: drawnAtMs',
      ...publicDraw,
      'votes[]: atMs',
    ],
    // Of a notice that is open, without the household; and what its panel is drawn from, in marks.
    outsiders: [
      'recordId itemName points spendable day state',
      ...answered,
      // Of what was looked at again.
      'recheck: outcome',
      ...publicDraw,
    ],
  },
  freeText: {
    note: {
      kept: 'evidence',
      // What a cadre noted in office is the village's.
      goesWithAuthorOf: ['points.declare-deed'],
      goesWithWhomItNames: true,
    },
    'steps[].reason': reason,
    'answer.reason': reason,
    'votes[].reason': reason,
  },
  compared: {
    stored: ({ state, points, spendable, spendableState, photos, byProxy }) => ({
      ...{ state, points, spends: spendable, spendableState, by: Object(byProxy).helperId ?? null },
      photos: (photos as unknown as string[]).length,
    }),
    model(model, id) {
      const record = model.records.get(id);
      if (!record) return undefined;
      const { state, points, spends, spendable, photos } = record;
      const by = record.byProxy?.helper ?? null;
      return { state, points, spends, spendableState: spendable, photos, by };
    },
    all: (model) => model.records.keys(),
  },
};
