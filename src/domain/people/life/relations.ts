import type { Relation } from './types';

/** As the register says it. */
export const relationWords: Readonly<Record<Relation, string>> = {
  spouse: '配偶',
  child: '子女',
  'child-in-law': '儿媳女婿',
  parent: '父母',
  grandchild: '孙子女',
  grandparent: '祖父母',
  sibling: '兄弟姐妹',
  other: '其他',
};

/** Of whoever is the head. */
export const ofHead = '户主';
