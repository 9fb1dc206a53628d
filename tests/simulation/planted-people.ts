import { one, type PlantedBug } from './planted-bug';

/** Mistakes in what happens to households, and in who belongs to them. */
export const plantedInPeople: readonly PlantedBug[] = [
  one(
    'whoever entered what happened to a household says yes to it',
    'src/domain/people/life/life-workflow.ts',
    'needs: [...needsOfBoth, proposerMayNotConfirm, oneOfTwoStandsOutside, allHaveSigned],',
    'needs: [...needsOfBoth, oneOfTwoStandsOutside, allHaveSigned],',
  ),
  one(
    'two colleagues of the committee change a household',
    'src/domain/people/life/life-workflow.ts',
    'needs: [...needsOfBoth, proposerMayNotConfirm, oneOfTwoStandsOutside, allHaveSigned],',
    'needs: [...needsOfBoth, proposerMayNotConfirm, allHaveSigned],',
  ),
  one(
    'somebody changes a household that is near to their own',
    'src/domain/people/life/life-workflow.ts',
    'needsOfBoth: readonly LifeNeed[] = [householdMayNotDecide, relativesMayNotDecide];',
    'needsOfBoth: readonly LifeNeed[] = [householdMayNotDecide];',
  ),
  one(
    'points are divided before all have signed',
    'src/domain/people/life/life-workflow.ts',
    'needs: [...needsOfBoth, proposerMayNotConfirm, oneOfTwoStandsOutside, allHaveSigned],',
    'needs: [...needsOfBoth, proposerMayNotConfirm, oneOfTwoStandsOutside],',
  ),
  one(
    'a split doubles points',
    'src/domain/ledger/two-accounts.ts',
    "{ kind: 'split-out', lots: leaving(shares), cause: out, atMs }",
    "{ kind: 'split-out', lots: [], cause: out, atMs }",
  ),
  one(
    'those who split off take what does not divide',
    'src/domain/ledger/division.ts',
    'Math.floor((points * leaving) / all)',
    'Math.ceil((points * leaving) / all)',
  ),
  one(
    'points lose their year in a merger',
    'src/domain/ledger/two-accounts.ts',
    'into: add(into, shares, {',
    'into: add(into, shares.map((each) => ({ ...each, lastDay: shares.at(-1)?.lastDay ?? each.lastDay })), {',
  ),
  one(
    'a merger adds up the honour of both',
    'src/domain/ledger/two-accounts.ts',
    'Math.max(0, from.account.honour - into.account.honour)',
    'from.account.honour',
  ),
  one(
    'what is posted to a household that was merged stays there',
    'cloudfunctions/jobs/post-household.ts',
    'if (!next) break;',
    'break;',
  ),
  one(
    'points of a household that has ended count on',
    'src/domain/ledger/end-account.ts',
    'if (longer.length === 0) return [];',
    'if (longer.length >= 0) return [];',
  ),
  one(
    'whoever moves out keeps their rights',
    'cloudfunctions/people/life/leave.ts',
    '  await endMembership(leaver, carrying);\n',
    '',
  ),
  one(
    'who splits off forgets what counts towards the caps',
    'cloudfunctions/people/life/two-households.ts',
    'inherited.push(withInherited(own ?? nothing, used));',
    '',
  ),
  one(
    'points are divided while the household has stopped its spending',
    'src/domain/ledger/two-accounts.ts',
    'if (isStopped(account)) refuse(',
    'if (atMs < 0) refuse(',
  ),
  one(
    'a number is given to two households',
    'src/domain/people/life/split.ts',
    'if (!taken) return;',
    'if (number > 0) return;',
  ),
];
