import type { Kind } from '../kind';
import { here, town } from '../may';

const ground = { stays: 'by what a meeting was counted must be found again' };

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: { cadre: here, supervisor: here, ...town },
    insiders: [],
    // By what a vote is counted, and that it changed, everybody may know; the names nobody.
    outsiders: [
      'rollId villageId kind state fromDay cites people named committee women households',
      'proposed.as proposed.atMs settled.as settled.atMs turn',
    ],
  },
  freeText: {
    cites: { kept: ground, goesWithWhomItNames: true },
    reason: { kept: ground, goesWithWhomItNames: true },
  },
  compared: {
    elsewhere:
      'every cell of its table, what is entered against what is read: actions/people/rolls',
  },
};
