import type { EnvelopeError } from '../contracts/contract';

/** A photo of the outbox: where it lies on this phone, and in the cloud once it was sent. */
export type KeptPhoto = { kept: string; fileId: string | null };

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
