import type { Role } from '../contracts/people';

export const roleWords: Record<Role, string> = {
  resident: '居民',
  cadre: '村干部',
  panel: '评议小组',
  supervisor: '监委会',
  keeper: '超市管理员',
  'town-admin': '镇管理员',
};
