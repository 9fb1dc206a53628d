import type { RollKind } from './types';

/** What a roll is called. */
export const rollWords: Readonly<Record<RollKind, string>> = {
  adults: '成年村民名册',
  delegates: '户代表名册',
  representatives: '村民代表名册',
  collective: '集体经济组织成员名册',
  party: '村党组织党员名册',
};

/** What is counted by it. */
export const rollUses: Readonly<Record<RollKind, string>> = {
  adults: '开村民会议按它算过半数',
  delegates: '村民会议由户代表开时按它算三分之二',
  representatives: '开村民代表会议按它算三分之二',
  collective: '开成员大会按它算三分之二',
  party: '村党组织研究事情按它算',
};
