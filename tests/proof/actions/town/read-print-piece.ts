import { resident } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { wechatUsers } from '../../may';
import { printStatement } from '../../ready/documents';

export const card: Card = {
  async call(town) {
    const { renderingId } = await printStatement(town);
    return { as: resident, input: { renderingId, piece: 0 } };
  },
  who: 'whoever had it printed, within a day',
  // Whoever they are, the file is another's: it was printed by somebody of the village.
  may: Object.fromEntries(Object.keys(wechatUsers).map((who) => [who, 'print-expired'])),
  publishes: {
    ...onlyThoseWhoMay,
    asked: () => [{ renderingId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', piece: 0 }],
  },
  costs: { requests: 3, documents: 3 },
};
