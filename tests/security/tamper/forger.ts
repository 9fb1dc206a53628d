import type { Secret } from '../../../cloudfunctions/runtime/secret';
import type { Random } from '../../support/random';
import type { BookTown, Write } from './book-town';

/** Something done to stored books behind the product's back; empty where nothing could be done. */
export type Forger = (
  town: BookTown,
  householdId: string,
  random: Random,
  /** What they sign with: the town's own, or one they made up. */
  secret: Secret,
) => Write[];
