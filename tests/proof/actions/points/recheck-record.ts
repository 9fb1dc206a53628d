import type { Household } from '../../../../src/domain/people/types';
import type { Recheck } from '../../../../src/domain/records/recheck';
import type { DeedRecord } from '../../../../src/domain/records/types';
import { recordTask } from '../../../../src/domain/tasks/record-task';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { posted } from '../../ready/points';
import { drawRechecks } from '../../ready/rechecks';

export const card: Card = {
  async call(town) {
    await posted(town);
    await drawRechecks(town);
    const [drawn] = town.engine.find('rechecks') as unknown as Recheck[];
    const recordId = drawn?.drawn[0] ?? '';
    // Whoever tries it for everybody was of its panel: let another panel have judged it.
    const record = town.engine.get('records', recordId) as unknown as DeedRecord;
    const steps = record.steps.map((step) =>
      step.by === 'panel' ? { ...step, personId: `other ${step.personId}` } : step,
    );
    const judged = { ...record, draw: null, votes: [], steps };
    await town.engine.set('records', recordId, judged);
    const household = town.engine.get('households', record.householdId) as unknown as Household;
    const task = recordTask(judged, household, town.clock.nowMs());
    await town.engine.set('tasks', `record.${recordId}`, { ...task });
    // Nobody looks for ten working days: the town may as well.
    town.clock.advanceDays(21);
    const input = { recordId, outcome: 'holds', reason: '到现场看过,确有此事' };
    return { as: supervisor, input, otherInput: { ...input, outcome: 'wrong' } };
  },
  who: 'supervisors of the village without a hand in it, after ten working days the town',
  may: {
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'it moves neither points nor a record: actions/points/rechecks walks it' },
  costs: { requests: 14, documents: 11 },
};
