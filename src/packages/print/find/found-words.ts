import type { ValueOf } from '../../../contracts/contract';
import type { findPrinted } from '../../../contracts/documents';

export type Found = ValueOf<typeof findPrinted>;

export const kindWords: Record<Found['document'], string> = {
  'household-card': '户码卡',
  statement: '积分明细',
  'village-code': '贴在村口的码',
  'shop-code': '贴在超市门口的码',
  notice: '贴在公开栏上的公示单',
  'deed-sheet': '记分单',
};

const older: Record<Found['document'], string> = {
  'household-card': '印了以后,户号、户主或村名改过。码还能扫,上面的字不作数,请重新印一张。',
  statement: '印了以后,这段日子又记了新的分。以新印的为准。',
  'village-code': '印了以后,村名改过。码还能扫,请重新印一张。',
  'shop-code': '印了以后,店名、地址或营业时间改过。码还能扫,请重新印一张。',
  'deed-sheet': '这张单子是去年的,或者上面有的事评分办法里已经没有了。请重新印一张再用。',
  notice: '印了以后,有的条目有了异议、撤下了,或者已经入账。以手机“公开”里的为准。',
};

const gone: Record<Found['document'], string> = {
  'household-card': '这一户现在不在册上了,这张卡不能再用。',
  statement: '这一户现在不在册上了,这张纸只能当作以前的记录。',
  'village-code': '这个嘎查村现在不在了,这个码不能再用。',
  'shop-code': '这家超市现在不在了,这个码不能再用。',
  notice: '这份公示现在不在了,这张纸只能当作以前的记录。',
  'deed-sheet': '这个嘎查村现在不在了,这张单子不能再用。',
};

const newest: Record<Found['document'], string> = {
  'household-card': '和现在的户册一样,可以接着用。',
  statement: '印了以后,这段日子没有记过新的分。',
  'village-code': '和现在的一样,可以接着用。',
  'shop-code': '和现在的一样,可以接着用。',
  notice: '和现在正在公示的一样。',
  'deed-sheet': '今年印的,上面的事现在都还记分,可以接着用。',
};

/** What holds of the paper in somebody's hand: in a word, and what to do with it. */
export function stateWords({ document, state }: Pick<Found, 'document' | 'state'>) {
  switch (state) {
    case 'newest':
      return { word: '是最新的', tone: 'done', note: newest[document] } as const;
    case 'older':
      return { word: '有更新的版本', tone: 'waiting', note: older[document] } as const;
    case 'gone':
      return { word: '不再有效', tone: 'stopped', note: gone[document] } as const;
  }
}
