import {
  everybody,
  here,
  notOneself,
  oneself,
  type Policies,
  town,
  wechatUsers,
} from './authority-policy-words';

/** Who lives in a household of the register joins no second time. */
const once = {
  ...{ 'own-household': 'already-joined', 'near-relative': 'already-joined' },
  ...{ 'other-household': 'already-joined', 'other-village': 'already-joined' },
  ...{ 'other-shop': 'already-joined', none: 'ok' },
};
const anywhereButOwn = {
  ...{ ...notOneself, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
};

export const peoplePolicy: Policies = {
  'people.list-villages': { who: 'everybody', may: everybody },
  'people.read-village': { who: 'everybody', may: everybody },
  'people.who-am-i': { who: 'everybody, about themselves', may: everybody },
  'people.join': {
    who: 'WeChat users who live in no household of the register yet',
    may: {
      ...{ resident: once, cadre: once, panel: once, supervisor: once, keeper: once },
      ...{ 'town-admin': once, unjoined: 'ok', 'false-timer': 'ok' },
    },
  },
  'people.list-join-requests': {
    who: 'the committee of the village, and the town',
    may: { cadre: here, ...town },
  },
  'people.answer-join': {
    who: 'the committee of the village, and the town; not for one’s own household',
    may: { cadre: notOneself, 'town-admin': anywhereButOwn },
  },
  'people.set-names-shown': {
    who: 'residents, for their own household',
    may: { resident: oneself },
  },
  'people.read-household-card': {
    who: 'residents, of their own household',
    may: { resident: oneself },
  },
  'people.find-households': {
    who: 'committee and supervisors of the village',
    may: { cadre: here, supervisor: here },
  },
  'people.erase-me': {
    who: 'whoever the town knows, themselves',
    may: { ...wechatUsers, unjoined: 'nothing-kept', 'false-timer': 'nothing-kept' },
  },
  'people.erase-member': { who: 'the town', may: town },
};
