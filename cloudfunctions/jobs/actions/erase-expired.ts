import { jobs } from '../../../src/contracts';
import { defineRun } from '../../runtime/define-action';
import { eachForItself, inRotation } from '../../runtime/in-parallel';
import { endTerms } from '../erase/end-terms';
import { eraseActivities } from '../erase/erase-activities';
import { eraseAttempts } from '../erase/erase-attempts';
import { eraseEntryRequests } from '../erase/erase-entry-requests';
import { eraseEvents } from '../erase/erase-events';
import { eraseEvidence } from '../erase/erase-evidence';
import { eraseFiles } from '../erase/erase-files';
import { eraseJoins } from '../erase/erase-joins';
import { eraseMessages } from '../erase/erase-messages';
import { erasePrinted } from '../erase/erase-printed';
import { eraseRequested } from '../erase/erase-requested';
import { eraseRolls } from '../erase/erase-rolls';
import { eraseUploads } from '../erase/erase-uploads';
import type { Part } from '../erase/part';

const parts = [
  eraseRequested,
  eraseFiles,
  eraseEvidence,
  eraseActivities,
  eraseJoins,
  eraseEvents,
  eraseRolls,
  eraseEntryRequests,
  eraseAttempts,
  erasePrinted,
  eraseMessages,
  eraseUploads,
  endTerms,
];

/**
 * Each thing is erased for itself and stays due until it is gone, so a call that is cut off loses
 * nothing and the next goes on.
 */
export const eraseExpired = defineRun({
  contract: jobs.eraseExpired,
  allow: [{ who: 'timer' }],
  async run({ store, files, nowMs, hasTime }) {
    const total: Part = { done: 0, left: 0, errors: [] };
    const erasePart = async (erase: (typeof parts)[number]) => {
      const { done, left, errors } = await erase({ store, files, nowMs, hasTime });
      total.done += done;
      total.left += left;
      total.errors.push(...errors);
    };
    const worked = await eachForItself(inRotation(parts, nowMs), 1, erasePart, hasTime);
    // Of a part that was not begun nobody knows how much it is.
    total.left += worked.left;
    total.errors.push(...worked.errors);
    if (total.errors.length > 0) throw total.errors[0];
    return { done: total.done, left: total.left };
  },
});
