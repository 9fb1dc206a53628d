import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';

/** Recomputes a household's chain and the village's seals; names the first bad entry or seal. */
export const verifyAccount = contract({
  functionName: 'points',
  action: 'verify-account',
  title: '核验账本',
  kind: 'query',
  input: z.strictObject({
    householdId: f.householdId,
    /**
     * Every seal of the village from its first, not the newest ones only: for its supervisors and
     * the town, because it takes long.
     */
    allSeals: z.optional(z.boolean()),
  }),
  value: z.object({
    sound: z.boolean(),
    entries: z.int(),
    sealedDay: z.nullable(f.day),
    firstBadSequence: z.nullable(z.int()),
    /** Where it is not the household's entries but the seal of a day that was changed. */
    badSealDay: z.nullable(z.string()),
    message: z.string(),
  }),
  refusals: ['household-not-found'],
});
