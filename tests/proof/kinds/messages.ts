import type { Kind } from '../kind';

export const kind: Kind = {
  owner: {
    whose: 'nobody',
    because: 'it names what was moved, by its id; it goes once it is told',
  },
  readers: { may: {}, insiders: [], outsiders: [] },
  // Ids and names of states alone.
  freeText: 'none',
  compared: {
    elsewhere: 'each comes of a move, none is told twice: tests/actions/wechat/messages',
  },
};
