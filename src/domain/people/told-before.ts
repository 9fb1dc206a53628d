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
