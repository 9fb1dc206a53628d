import type { Seat } from '../../contracts/people';

/** What each seat of invited people opens, or that it opens nothing yet. */
export const seatWords: Readonly<Record<Seat, string>> = {
  guide: '公开栏、四张清单和每个事项您都能看。',
  observer: '公开栏、清单和全镇的情况您都能看,不用您办什么。',
  merchant: '您这家店的兑换单和货架您都能看,交货由超市管理员办。',
  accountant: '每个村的资金和积分您都能看。',
  carrier: '送货还没有开。开了以后,要送的会出现在这里。',
  'town-staff': '全镇的情况和拖着没办的事您都能看。',
  discipline: '全镇的情况、拖着没办的事、对不上的账您都能看。',
};
