import type { EnvelopeError } from '../contracts/contract';
import { isUndecided } from './trouble';

/** A photo of the outbox. */
export type KeptPhoto = {
  /** Where it lies on this phone. */
  kept: string;
  /** Where it goes to in the cloud: the same for every try, so that many tries are one file. */
  path: string;
  /** When the cloud was told that it is coming. */
  announcedAtMs: number | null;
  /** In the cloud, once it was sent. */
  fileId: string | null;
};

/** Why something could not be kept on this phone or sent from it, in words for its person. */
export class OutboxProblem extends Error {
  constructor(
    readonly error: EnvelopeError,
    /** What becomes of the item, if it stands in the list. */
    readonly part: { state?: 'refused'; photos?: KeptPhoto[] } = {},
  ) {
    super(error.code);
  }
}

export const phoneFull: EnvelopeError = {
  code: 'phone-full',
  message: '手机空间满了,这一条没能存下来,还没有交上。腾出一点空间,再点一次。',
};

/** The command got no decision; the same id is sent again later. */
export const mayBeSentAgain = (error: EnvelopeError) =>
  isUndecided(error) || error.code === 'log-in-first';
