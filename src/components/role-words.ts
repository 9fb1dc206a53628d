import type { Role } from '../contracts/people';

export const roleWords: Record<Role, string> = {
  resident: '居民',
  cadre: '村干部',
  panel: '评议小组',
  supervisor: '监委会',
  keeper: '超市管理员',
  'town-admin': '镇管理员',
  guide: '指导单位',
  observer: '旗里观察员',
  merchant: '合作商户',
  accountant: '会计',
  carrier: '配送员',
  'town-staff': '镇工作人员',
  discipline: '镇党委、纪委',
};
