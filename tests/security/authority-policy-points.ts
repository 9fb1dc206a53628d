import {
  apart,
  everybody,
  here,
  oneself,
  ownHousehold,
  type Policies,
} from './authority-policy-words';

const anywhere = {
  ...{ ...here, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
};
/** Only one's own household; to all others it is not there. */
const hidden = 'record-not-found';
const ownRecord = {
  ...{ ...ownHousehold, 'near-relative': hidden, 'other-household': hidden },
  ...{ 'other-village': hidden, 'other-shop': hidden, none: hidden },
};
const handled = { ...ownRecord, ...here };

export const pointsPolicy: Policies = {
  'points.list-items': { who: 'everybody', may: everybody },
  'points.read-allowance': {
    who: 'the household itself, and the committee of its village',
    may: { resident: ownHousehold, cadre: here },
  },
  'points.declare-deed': {
    who: 'residents, for their own household',
    may: { resident: oneself },
  },
  'points.record-deed': {
    who: 'the committee of the village, not for oneself or relatives',
    may: { cadre: apart },
  },
  'points.withdraw-record': {
    who: 'the household that declared, or the cadre who recorded',
    may: {
      resident: ownHousehold,
      cadre: {
        ...ownHousehold,
        'near-relative': 'not-the-recorder',
        'other-household': 'not-the-recorder',
      },
    },
  },
  'points.check-record': {
    who: 'the committee of the village, not on oneself or relatives',
    may: { cadre: apart },
  },
  'points.cosign-record': {
    who: 'supervisors of the village, not on oneself or relatives',
    may: { supervisor: apart },
  },
  'points.review-record': {
    who: 'the panel of the village that was drawn, not on oneself or relatives',
    may: { panel: apart },
  },
  'points.redraw-panel': {
    who: 'the committee of the village, not on oneself or relatives',
    may: { cadre: apart },
  },
  'points.open-notice': { who: 'the committee of the village', may: { cadre: here } },
  'points.object-to-record': { who: 'residents of the village', may: { resident: here } },
  'points.answer-objection': {
    who: 'supervisors of the village, not on oneself or relatives',
    may: { supervisor: apart },
  },
  'points.list-records': {
    who: 'residents and those who decide, each only where they do',
    may: { resident: anywhere, cadre: anywhere, panel: anywhere, supervisor: anywhere },
  },
  'points.read-record': {
    who: 'before its notice: the household, committee and supervisors of the village, the town',
    may: {
      ...{ resident: ownRecord, cadre: handled, panel: ownRecord, supervisor: handled },
      ...{ keeper: ownRecord, 'town-admin': 'ok', unjoined: hidden, 'false-timer': hidden },
    },
  },
  'points.read-account': { who: 'residents, of their own household', may: { resident: oneself } },
  'points.read-statement': { who: 'residents, of their own household', may: { resident: oneself } },
  'points.verify-account': {
    who: 'the household, committee and supervisors of its village, and the town',
    may: { resident: ownHousehold, cadre: here, supervisor: here, 'town-admin': 'ok' },
  },
  'points.read-board': { who: 'everybody', may: everybody },
};
