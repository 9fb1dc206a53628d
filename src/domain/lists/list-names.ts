import type { ListKind } from '../../contracts/lists';

/** The four lists in the plan's own words and order (plan 三(二)1). */
export const listNames: Record<ListKind, string> = {
  'self-governance': '依法自治',
  'assist-government': '依法协助政府',
  negative: '工作负面',
  certificate: '依法出具证明',
};

export const listKinds = Object.keys(listNames) as ListKind[];
