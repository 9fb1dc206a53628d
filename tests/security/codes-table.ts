import type { SecretPurpose } from '../../cloudfunctions/runtime/secret';

/** Something whose knowledge opens something, or that somebody might try to guess. */
export type GuessableKind = {
  what: string;
  /** How it is made, and how much chance is in it. */
  made: string;
  good: string;
  /** How often it may be guessed; `none needed` where guessing is hopeless or opens nothing. */
  guesses: string;
  /** Key of its signature, where it has one. */
  purpose: SecretPurpose | null;
  /** Input fields of contracts that take it: `function.action.field`. */
  fields: readonly string[];
};

/**
 * Every secret and every guessable value of the product. No survey token exists yet;
 * the fields and purposes below are compared with the contracts and the sources, so that one
 * that is added without its row fails the test run.
 */
export const guessableKinds: readonly GuessableKind[] = [
  {
    what: 'pickup code',
    made: 'HMAC-SHA-256 cut to 128 bits over order, shop, millisecond and nonce',
    good: '60 s, one scan',
    guesses: 'none needed: 128 bits within 60 s',
    purpose: 'pickup',
    fields: ['exchange.open-pickup.code'],
  },
  {
    what: 'phone token',
    made: 'HMAC-SHA-256, 256 bits, over person, number and end; the number comes from WeChat',
    good: '10 min, for the one person it was made for',
    guesses: 'none needed: 256 bits',
    purpose: 'phone',
    fields: [
      'people.find-my-line.phoneToken',
      'people.join.phoneToken',
      'people.ask-to-be-entered.phoneToken',
      'people.accept-invitation.phoneToken',
    ],
  },
  {
    what: 'WeChat’s code for a phone number',
    made: 'by WeChat',
    good: 'once, 5 min, judged by WeChat alone',
    guesses: 'WeChat’s own',
    purpose: null,
    fields: ['wechat.read-phone-number.code'],
  },
  {
    what: 'household card',
    made: 'by chance: ULID, 80 bits, looked up',
    good: 'until another is made: an identifier, not value; it can be copied and opens nothing',
    guesses: 'none needed: only cadres and supervisors, who find every household by its number',
    purpose: null,
    fields: ['people.find-households.search', 'people.begin-proxy.cardText'],
  },
  {
    what: 'PIN of a household without a phone',
    made: 'by the household: four to six digits, none that a neighbour would try; kept as an HMAC',
    good: 'until it is set anew, beside the card; it begins thirty minutes, said to the household',
    guesses: '5 a day and household, whoever guesses, counted although refused',
    purpose: 'pin',
    fields: ['people.begin-proxy.pin', 'people.set-pin.pin'],
  },
  {
    what: 'household number and name when joining',
    made: 'by the register; both can be known to neighbours',
    good: 'until the member has joined; without the register’s phone a cadre answers',
    guesses: '5 a day and person, counted although refused',
    purpose: null,
    fields: ['people.join.householdNumber', 'people.join.name'],
  },
  {
    what: 'code of an invitation',
    made: 'ten letters, 50 bits, of an HMAC-SHA-256 over its act and how many were made; kept as one',
    good: '7 days, once, only with the mobile number that two people decided on, proven by WeChat',
    guesses: '5 a day and person, counted although refused',
    purpose: 'invite',
    fields: ['people.accept-invitation.invitationCode'],
  },
  {
    what: 'founding secret',
    made: 'by whoever installs the product: JIFEN_FOUNDING_SECRET of the environment',
    good: 'until the town is founded',
    guesses: '5 a day and person, counted although refused',
    purpose: null,
    fields: ['town.found-town.foundingSecret'],
  },
  {
    what: 'look-up, under which a person lies',
    made: 'HMAC-SHA-256 cut to 128 bits over the openid, named by its key',
    good: 'until the person moves under a newer key; the platform says who calls: it opens nothing',
    guesses: 'none needed: no action takes one as who is calling',
    purpose: 'person',
    fields: ['people.answer-join.joinRequestId'],
  },
  {
    what: 'command id',
    made: 'by the phone: ULID, 80 bits of chance',
    good: 'for ever, under the key of the person who sent it: for others it is another command',
    guesses: 'none needed: knowing one opens nothing',
    purpose: 'command',
    fields: [],
  },
  {
    what: 'seed of a panel draw',
    made: 'HMAC-SHA-256, 256 bits, over the record id; its hash is published before',
    good: 'secret until the draw, public afterwards',
    guesses: 'none needed: 256 bits',
    purpose: 'draw',
    fields: [],
  },
  {
    what: 'mark of somebody in one draw',
    made: 'HMAC-SHA-256 cut to 48 bits, over the record id and the person',
    good: 'public: says who it is to nobody, and opens nothing',
    guesses: 'none: without the key no person leads to it',
    purpose: 'lot',
    fields: [],
  },
  {
    what: 'folder that a record’s photo is kept in',
    made: 'HMAC-SHA-256 cut to 128 bits over the record and what the photo shows',
    good: 'secret until they are there, then the functions’ own: no phone may write there',
    guesses: 'none needed: 128 bits',
    purpose: 'evidence',
    fields: [],
  },
  {
    what: 'signature of a seal, and of the totals that name the newest',
    made: 'HMAC-SHA-256, 256 bits, over the seal’s hash; over village, quarter, day and hash',
    good: 'for ever: it never leaves the cloud',
    guesses: 'none needed: 256 bits, and nobody is asked for one',
    purpose: 'seal',
    fields: [],
  },
  {
    what: 'signature of an alarm that two people have settled',
    made: 'HMAC-SHA-256, 256 bits, over village, number, day and who said what',
    good: 'until the next seal; it never leaves the cloud',
    guesses: 'none needed: 256 bits, and nobody is asked for one',
    purpose: 'alarm',
    fields: [],
  },
  {
    what: 'check code of a printed thing',
    made: 'seven digits of an HMAC-SHA-256 over its content, and one that notices mistakes',
    good: 'for ever: a name that can be read out; it says what was printed, nothing personal',
    guesses: '50 a day and person; one in some thousands is a code, and it opens nothing',
    purpose: 'print',
    fields: ['town.find-printed.checkCode'],
  },
  {
    what: 'scene of a mini-program code (poster, door, shop)',
    made: 'in the clear: the id of village, shop or matter with its version',
    good: 'for ever: leads to public pages only',
    guesses: 'none needed: nothing secret',
    purpose: null,
    fields: [],
  },
];
