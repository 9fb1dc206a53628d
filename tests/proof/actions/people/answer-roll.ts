import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town as everyTown, here } from '../../may';
import { enteredRoll } from '../../ready/rolls';

export const card: Card = {
  async call(town) {
    const rollId = await enteredRoll(town);
    const otherInput = { rollId, accept: false, reason: '少了人' };
    return { as: cadre, input: { rollId, accept: true }, otherInput };
  },
  who: 'committee, supervisors and town, as the second of two',
  may: { cadre: here, supervisor: here, ...everyTown },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'its table cell by cell, and what a day is counted by: domain/people' },
  costs: { requests: 9, documents: 7 },
};
