import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: {}, insiders: [], outsiders: ['*'] },
  freeText: 'none',
  compared: { elsewhere: 'a picture by WeChat that leads to public pages: tests/actions/wechat' },
};
