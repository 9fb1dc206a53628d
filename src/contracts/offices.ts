import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import {
  mostInvitations,
  mostNamedInRegister,
  mostOfficesShown,
  mostOwnActs,
  tasksPerPage,
} from './limits';
import { seat } from './people';

/** Given to people of the register. */
export const givenOffice = z.enum(['cadre', 'panel', 'supervisor', 'keeper', 'town-admin']);
/** Taken up by invitation, by people who stand in no register of a village. */
export const invitedOffice = z.enum(['town-admin', ...seat.options]);
export const office = z.enum([...givenOffice.options, ...seat.options]);
export type Office = z.infer<typeof office>;
export type InvitedOffice = z.infer<typeof invitedOffice>;

/** 当选、任命(聘任)。 */
export const givenBy = z.enum(['elected', 'appointed']);
/** 辞职、罢免、评议不称职、免职(解聘)、任期满(换届)、职务自行终止。 */
export const endedBy = z.enum([
  'resigned',
  'recalled',
  'unfit',
  'dismissed',
  'term-over',
  'lapsed',
]);
/** `founded`: whoever founded the town, by that. `invited`: 派驻, by the letter that is cited. */
export const officeBasis = z.enum(['founded', 'invited', ...givenBy.options, ...endedBy.options]);
export type OfficeBasis = z.infer<typeof officeBasis>;

const act = {
  /** The day of the election, the resignation, the decision. */
  day: f.day,
  /** Which meeting or document it stands in. */
  cites: f.text(60),
};
const state = z.enum(['proposed', 'in-force']);

/** Somebody of the register is to hold an office: the first of the two who enter the act. */
export const giveOffice = contract({
  functionName: 'people',
  action: 'give-office',
  title: '登记任职',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    householdNumber: f.householdNumber,
    name: f.personName,
    role: givenOffice,
    /** The village, the shop, or `town`. */
    place: f.slug,
    basis: givenBy,
    ...act,
    untilDay: z.optional(f.day),
  }),
  value: z.object({ officeActId: f.ulid, state }),
  said: ['cites'],
  logged: ['villageId', 'householdNumber', 'role', 'place', 'basis', 'day', 'untilDay'],
  refusals: [
    'not-in-register',
    'place-not-found',
    'role-does-not-fit',
    'basis-does-not-fit',
    'day-to-come',
    'term-does-not-fit',
    'supervisor-excluded',
    'already-holds',
    'too-many-roles',
    'too-many-offices',
    'office-not-yours',
    'own-office',
    'own-household',
    'near-relative',
    'private-number',
  ],
});

/** An office is to end: the first of the two who enter the act; one's own by resigning. */
export const endOffice = contract({
  functionName: 'people',
  action: 'end-office',
  title: '登记离任',
  kind: 'command',
  input: z.strictObject({ officeId: f.ulid, basis: endedBy, ...act }),
  value: z.object({ officeActId: f.ulid, state }),
  said: ['cites'],
  logged: ['officeId', 'basis', 'day'],
  refusals: [
    'not-held',
    'basis-does-not-fit',
    'day-to-come',
    'last-administrator',
    'office-not-yours',
    'own-office',
    'own-household',
    'near-relative',
    'private-number',
  ],
});

/** The second of the two: with a yes it is in force at once, a no says why. */
export const answerOfficeAct = contract({
  functionName: 'people',
  action: 'answer-office-act',
  title: '确认任职或离任',
  kind: 'command',
  input: z.strictObject({
    officeActId: f.ulid,
    accept: z.boolean(),
    reason: z.optional(f.text(60)),
  }),
  /** `invited`: the act stands, and whom it names has yet to take it up. */
  value: z.object({ officeActId: f.ulid, state: z.enum(['in-force', 'invited', 'refused']) }),
  said: ['reason'],
  logged: ['officeActId', 'accept'],
  refusals: [
    'act-not-found',
    'act-settled',
    'another-must-agree',
    'village-must-agree',
    'reason-needed',
    'office-not-yours',
    'own-office',
    'own-household',
    'near-relative',
    'not-in-register',
    'place-not-found',
    'role-does-not-fit',
    'supervisor-excluded',
    'already-holds',
    'not-held',
    'too-many-roles',
    'too-many-offices',
    'last-administrator',
    'private-number',
  ],
});

export const withdrawOfficeAct = contract({
  functionName: 'people',
  action: 'withdraw-office-act',
  title: '撤回登记的任职或离任',
  kind: 'command',
  input: z.strictObject({ officeActId: f.ulid }),
  value: z.object({ officeActId: f.ulid }),
  logged: ['officeActId'],
  refusals: ['act-not-found', 'act-settled', 'not-your-act'],
});

export const officeAct = z.object({
  officeActId: f.ulid,
  change: z.enum(['give', 'end']),
  role: office,
  placeName: z.string(),
  villageName: z.string(),
  name: z.string(),
  /** Null of who stands in no register. */
  householdNumber: z.nullable(f.householdNumber),
  /** Of an invitation: from where, and whose number it names, for the second to look at. */
  organisation: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  basis: officeBasis,
  day: f.day,
  cites: z.string(),
  untilDay: z.nullable(f.day),
  proposedAs: z.enum(['cadre', 'supervisor', 'town-admin', 'holder']),
  proposedAtMs: f.instant,
});

/** Acts that wait for the caller, the longest waiting first, and the caller's own that wait. */
export const listOfficeActs = contract({
  functionName: 'people',
  action: 'list-office-acts',
  title: '看等确认的任职和离任',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    acts: f.listOf(officeAct, tasksPerPage),
    own: f.listOf(officeAct, mostOwnActs),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

/** Who holds what, since when, on what ground, until when: public; names are the village's. */
export const listOffices = contract({
  functionName: 'people',
  action: 'list-offices',
  title: '看谁在任职',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: z.object({
    villageName: z.string(),
    offices: f.listOf(
      z.object({
        officeId: f.ulid,
        role: office,
        place: f.slug,
        placeName: z.string(),
        /** Masked for strangers; null of who stands in no register. */
        name: z.nullable(z.string()),
        sinceDay: f.day,
        basis: officeBasis,
        untilDay: z.nullable(f.day),
        /** Of an invitation: who sent them. */
        organisation: z.nullable(z.string()),
        /** The term is over; of who is elected the office is held on until the next election. */
        isOver: z.boolean(),
        /** The founder's gift: one person alone gave it. */
        byOne: z.boolean(),
        isOwn: z.boolean(),
      }),
      mostOfficesShown,
    ),
  }),
  refusals: ['village-not-found'],
});

/** Whom the register's 身份 names without an office by an act: it only proposes. */
export const listNamedInRegister = contract({
  functionName: 'people',
  action: 'list-named-in-register',
  title: '看户册里写着身份、还没登记任职的人',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: z.object({
    named: f.listOf(
      z.object({ householdNumber: f.householdNumber, name: z.string(), role: givenOffice }),
      mostNamedInRegister,
    ),
    more: z.boolean(),
  }),
  refusals: [],
});

/** Somebody who stands in no register is to hold an office: the first of the two who enter it. */
export const invitePerson = contract({
  functionName: 'people',
  action: 'invite-person',
  title: '邀请没有户的人任职',
  kind: 'command',
  input: z.strictObject({
    role: invitedOffice,
    /** The shop of a merchant, else `town`. */
    place: f.slug,
    name: f.personName,
    organisation: f.text(40),
    /** Whom the code is for: only who proves this number can use it. */
    phone: z.string().check(z.regex(/^1\d{10}$/)),
    ...act,
    untilDay: f.day,
  }),
  /** `invited`: the founder's gift, which needs no second. */
  value: z.object({ officeActId: f.ulid, state: z.enum(['proposed', 'invited']) }),
  said: ['cites', 'organisation'],
  logged: ['role', 'place', 'day', 'untilDay'],
  refusals: [
    'place-not-found',
    'role-does-not-fit',
    'day-to-come',
    'term-does-not-fit',
    'phone-not-chinese',
    'already-invited',
    'too-many-offices',
    'own-office',
    'own-household',
    'near-relative',
    'private-number',
  ],
});

/** Invitations that stand and have not been taken up: each with its code, to be shown once. */
export const listInvitations = contract({
  functionName: 'people',
  action: 'list-invitations',
  title: '看还没用的邀请码',
  kind: 'query',
  input: f.nothing,
  value: z.object({
    invitations: f.listOf(
      z.object({
        officeActId: f.ulid,
        role: invitedOffice,
        placeName: z.string(),
        name: z.string(),
        organisation: z.string(),
        phone: z.string(),
        untilDay: f.day,
        /** Null where it is over, or cannot be read any more: then a new one is made. */
        code: z.nullable(z.string()),
        codeUntilMs: f.instant,
      }),
      mostInvitations,
    ),
  }),
  refusals: [],
});

/** A new code for an invitation that was not taken up in time; the one before is dead at once. */
export const renewInvitation = contract({
  functionName: 'people',
  action: 'renew-invitation',
  title: '换一个邀请码',
  kind: 'command',
  input: z.strictObject({ officeActId: f.ulid }),
  value: z.object({ officeActId: f.ulid, codeUntilMs: f.instant }),
  logged: ['officeActId'],
  refusals: ['act-not-found', 'act-settled', 'invitation-over'],
});

/** Whoever is invited takes the office up, by the code and the number that it names. */
export const acceptInvitation = contract({
  functionName: 'people',
  action: 'accept-invitation',
  title: '用邀请码任职',
  kind: 'command',
  input: z.strictObject({
    invitationCode: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)),
    phoneToken: z.string().check(z.maxLength(400)),
  }),
  value: z.object({ role: invitedOffice, untilDay: f.day }),
  refusals: [
    'too-many-tries',
    'phone-token-stale',
    'invitation-not-found',
    'invitation-used',
    'invitation-over',
    'invitation-replaced',
    'invitation-withdrawn',
    'invitation-of-another',
    'invitation-own',
    'already-holds',
    'too-many-roles',
    'too-many-offices',
    'place-not-found',
  ],
});
