import type { Column, Position } from '../security/authority-actors';

/**
 * `ok`: done. `denied`: stopped before the action, nothing written. Any other word is the rule
 * that refuses somebody who may try: their attempt stands in the command log.
 */
export type Verdict = 'ok' | 'denied' | (string & {});

type At = Partial<Record<Position, Verdict>>;

/** Who may do one action, by role and place; what is not said is denied. */
export type May = Partial<Record<Column, Verdict | At>>;

/** Living at, or serving, the place the action is about. */
export const here: At = { 'own-household': 'ok', 'near-relative': 'ok', 'other-household': 'ok' };

/** Wherever they live, or hold the role. */
export const anywhere: At = { ...here, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' };

/** Nobody decides on their own household or on near relatives. */
export const apart: At = {
  ...here,
  'own-household': 'own-household',
  'near-relative': 'near-relative',
};

/** Nobody serves their own household. */
export const notOneself: At = { ...here, 'own-household': 'own-household' };

export const ownHousehold: At = { 'own-household': 'ok' };

/** About the caller's own things wherever they live; a role without a household has none. */
export const oneself: At = {
  ...here,
  'other-village': 'ok',
  'other-shop': 'ok',
  none: 'join-first',
};

/** Every seat of invited people. */
export const everySeat = {
  ...{ guide: 'ok', observer: 'ok', merchant: 'ok', accountant: 'ok', carrier: 'ok' },
  ...{ 'town-staff': 'ok', discipline: 'ok' },
};

const anyRole = {
  ...{ resident: 'ok', cadre: 'ok', panel: 'ok', supervisor: 'ok', keeper: 'ok' },
  ...{ 'town-admin': 'ok', ...everySeat },
};

/** Everybody whom WeChat knows. */
export const wechatUsers = { ...anyRole, unjoined: 'ok', 'false-timer': 'ok' };

/** Everybody; the timer is nobody. */
export const everybody = { ...wechatUsers, nobody: 'ok' };

export const town = { 'town-admin': 'ok' };

/** Started by the platform's timer, and by nobody else. */
export const timerOnly: May = { timer: 'ok' };
