import type { Need, WorkflowRow } from '../kernel/workflow';
import type { ProxyState } from './types';

/** Who acts, as seen from the household and from the helper. */
export type ProxyActor = {
  isHelper: boolean;
  ofTheHousehold: boolean;
  nearRelative: boolean;
  /** Lives with the helper, or is a near relative of that household. */
  ofHelpersHome: boolean;
  adult: boolean;
  ofCommittee: boolean;
};

export type ProxyFacts = {
  actor: ProxyActor;
  /** What this state has time for is over. */
  timeIsOver: boolean;
  helperOfCommittee: boolean;
  /** The helper still acts for some household. */
  busyWith: number | null;
};

export type ProxyBy = 'helper' | 'second';

type ProxyNeed = Need<ProxyFacts>;

export const nobodyHelpsTheirOwn: ProxyNeed = ({ actor }) =>
  actor.ofTheHousehold
    ? { code: 'own-household', message: '这是您自己家,不用代办。请用自己的手机直接办。' }
    : null;

export const nobodyHelpsNearRelatives: ProxyNeed = ({ actor }) =>
  actor.nearRelative
    ? { code: 'near-relative', message: '这是您近亲属家的,您要回避。请另一位村干部来代办。' }
    : null;

export const oneAtATime: ProxyNeed = ({ busyWith }) =>
  busyWith === null
    ? null
    : {
        code: 'proxy-running',
        message: `您还在替 ${busyWith}号户 代办。请先点“结束”,再替下一户办。`,
      };

export const thereIsTimeToConfirm: ProxyNeed = ({ timeIsOver }) =>
  timeIsOver
    ? { code: 'confirm-late', message: '过了 10 分钟,不能再确认了。请帮忙的人再扫一次户码卡。' }
    : null;

export const helperMayNotConfirm: ProxyNeed = ({ actor }) =>
  actor.isHelper
    ? { code: 'own-proxy', message: '代办的是您自己,要由在场的另一个人用自己的手机确认。' }
    : null;

/** A second telephone of the helper is in their own house. */
export const helpersHomeMayNotConfirm: ProxyNeed = ({ actor }) =>
  actor.ofHelpersHome
    ? {
        code: 'helpers-home',
        message: '您和代办的人是一家或者近亲,不能由您确认。请在场的另一个人来。',
      }
    : null;

export const ownHouseholdMayNotConfirm: ProxyNeed = ({ actor }) =>
  actor.ofTheHousehold
    ? { code: 'own-household', message: '这是您自己家,不用代办。请用您自己的手机直接办。' }
    : null;

export const nearRelativesMayNotConfirm: ProxyNeed = ({ actor }) =>
  actor.nearRelative
    ? { code: 'near-relative', message: '这是您近亲属家的,您要回避。请在场的另一个人来确认。' }
    : null;

export const onlyAdultsConfirm: ProxyNeed = ({ actor }) =>
  actor.adult ? null : { code: 'adult-only', message: '要由满18岁的人确认。请在场的大人来。' };

export const oneStandsOutsideTheCommittee: ProxyNeed = ({ actor, helperOfCommittee }) =>
  actor.ofCommittee && helperOfCommittee
    ? {
        code: 'one-outside',
        message: '代办的和确认的不能都是村委会的人。请在场的村民来确认。',
      }
    : null;

export const onlyTheHelperEnds: ProxyNeed = ({ actor }) =>
  actor.isHelper
    ? null
    : {
        code: 'not-your-proxy',
        message: '这次代办不是您在办,要由办的人结束。时间到了也会自己结束。',
      };

/** A state before there is one. */
export type ProxyPlace = ProxyState | 'none';

/**
 * 代办: nobody does it alone. The household's PIN, or a second person who is no part of the helper's
 * house, says that the household is there.
 */
export const proxyWorkflow: readonly WorkflowRow<ProxyPlace, ProxyBy, ProxyFacts>[] = [
  {
    action: 'begin-proxy',
    label: '开始代办',
    from: ['none'],
    to: ['asked', 'running'],
    by: ['helper'],
    needs: [nobodyHelpsTheirOwn, nobodyHelpsNearRelatives, oneAtATime],
  },
  {
    action: 'confirm-proxy',
    label: '在场,我确认',
    from: ['asked'],
    to: ['running'],
    by: ['second'],
    needs: [
      thereIsTimeToConfirm,
      helperMayNotConfirm,
      ownHouseholdMayNotConfirm,
      nearRelativesMayNotConfirm,
      helpersHomeMayNotConfirm,
      onlyAdultsConfirm,
      oneStandsOutsideTheCommittee,
    ],
  },
  {
    action: 'end-proxy',
    label: '结束代办',
    from: ['asked', 'running'],
    to: ['ended'],
    by: ['helper'],
    needs: [onlyTheHelperEnds],
  },
];

export const proxyStateLabels: Record<ProxyPlace, string> = {
  none: '还没开始',
  asked: '等人确认',
  running: '正在代办',
  ended: '已经结束',
};
