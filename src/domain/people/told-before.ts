import { retentionDays } from './retention';

/**
 * Said where a photo or a place is asked for, before the first one (PIPL art. 17): who sees it, as
 * `readerOf` has it, and how long it is kept.
 */
export const evidenceSeenBy =
  '这一户的人、村干部、监督委员会、抽到评议的人和镇里看得到,' +
  `${retentionDays.evidence} 天后删掉。`;

/** Said above the button that asks WeChat for the telephone number. */
export const phoneSeenBy = '号码只拿来和户册对一对,不另外存,别人看不到。';

/** Where to go when nobody here is left to ask. */
export const afterTheLastNo = '还不同意的,可以找镇里,或打 12345 问。';

/** The only test of whether somebody is entered in the register (plan 三(一)2). */
export const onlyTestOfEntry = '只看一条:是不是长期住在这里,不看户口在哪里。';
