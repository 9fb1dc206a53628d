import { resident } from '../../call';
import type { Card } from '../../card';
import { everySeat, here, type May, ownHousehold } from '../../may';

/** Only one's own household; to all others it is not there. */
const hidden = 'record-not-found';

const ownRecord = {
  ...{ ...ownHousehold, 'near-relative': hidden, 'other-household': hidden },
  ...{ 'other-village': hidden, 'other-shop': hidden, none: hidden },
};

const seats: May = Object.fromEntries(Object.keys(everySeat).map((seat) => [seat, hidden]));
const handled = { ...ownRecord, ...here };

export const card: Card = {
  call: async (town) => ({
    as: resident,
    input: { recordId: await town.declare(8) },
  }),
  who: 'before its notice: the household, committee and supervisors of the village, the town',
  may: {
    ...{ resident: ownRecord, cadre: handled, panel: ownRecord, supervisor: handled },
    ...{ keeper: ownRecord, 'town-admin': 'ok', unjoined: hidden, 'false-timer': hidden },
    ...seats,
  },
  publishes: {
    apart: 'by-place',
    outsiders: [],
    insiders: [
      'record: recordId state stateLabel next itemId itemName day points spendable householdNumber',
      'record: householdName recordedAtMs byCadre',
      // Of others' records nobody learns here: they are told 0.
      'photosHidden sameDay schemeVersion standardText',
      'timeline[]: label by atMs',
      'answer: upheld reason atMs mine',
      'offered[]: action label',
    ],
    asked: ({ recordIds }) => recordIds.map((recordId) => ({ recordId })),
  },
  costs: { requests: 4, documents: 4 },
};
