type Change = { file: string; from: string; to: string };

/** A mistake somebody could make: words of the product that become others. */
export type PlantedBug = { name: string; changes: readonly Change[] };

const one = (name: string, file: string, from: string, to: string): PlantedBug => ({
  name,
  changes: [{ file, from, to }],
});

/** Planted one at a time by the test of the test: the simulation must find each. */
export const plantedBugs: readonly PlantedBug[] = [
  one(
    'a hold is released twice',
    'src/domain/exchange/order-workflow.ts',
    "label: '不换了',\n    from: ['placed'],",
    "label: '不换了',\n    from: ['placed', 'cancelled'],",
  ),
  one(
    'caps do not count what is pending',
    'cloudfunctions/points/create-record.ts',
    'used: { year: ofYear.uses, once: ofAll?.uses ?? [] }',
    'used: { year: [], once: [] }',
  ),
  one('the chain skips a field', 'src/domain/ledger/chain.ts', '      entry.quarter,\n', ''),
  {
    name: 'a command that comes again is done again',
    changes: [
      {
        file: 'cloudfunctions/runtime/run-action.ts',
        from: 'if (earlier) return earlier;\n    const kept',
        to: 'const kept',
      },
      {
        file: 'cloudfunctions/runtime/run-action.ts',
        from: 'tx.create(commandsCollection, key, recordOf(attempt, result));',
        to: 'tx.set(commandsCollection, key, recordOf(attempt, result));',
      },
    ],
  },
  one(
    'a refusal is not logged, so that a late copy may succeed',
    'cloudfunctions/runtime/run-action.ts',
    'if (!result.ok) tx.discard();',
    'if (!result.ok) {\n      tx.discard();\n      return result;\n    }',
  ),
  one(
    'an order ends and its goods stay set aside',
    'src/domain/exchange/end-order.ts',
    'stock: putBack(order, stocks, { byPersonId: actor.personId, atMs: nowMs }),',
    'stock: putBack(order, stocks, { byPersonId: actor.personId, atMs: nowMs }).slice(1),',
  ),
  one(
    'a notice is posted twice',
    'cloudfunctions/jobs/post-household.ts',
    "    tx.set('records', recordId, next.record);\n",
    '',
  ),
  one(
    'held points lapse',
    'src/domain/ledger/ledger.ts',
    'lots: gone.map((lot) => ({ lastDay: lot.lastDay, free: -lot.free, held: 0 })),',
    'lots: gone.map((lot) => ({ lastDay: lot.lastDay, free: -lot.free, held: -lot.held })),',
  ),
  one(
    'the newest points are spent first',
    'src/domain/ledger/ledger.ts',
    'for (const lot of account.lots) {\n    if (left === 0) break;',
    'for (const lot of [...account.lots].reverse()) {\n    if (left === 0) break;',
  ),
  one(
    'a refused record keeps its share of the caps',
    'cloudfunctions/points/save-record.ts',
    'if (!givesAllowanceBack(record)) return;',
    'return;',
  ),
  one(
    'who ordered for a household hands it to themselves',
    'src/domain/exchange/stand-behind.ts',
    'return new Set(people).size + pin >= 3;',
    'return new Set(people).size + pin >= 2;',
  ),
  one(
    'a proxy goes on past its end',
    'cloudfunctions/runtime/caller.ts',
    'if (proxy && nowMs >= proxy.endsAtMs) refuseOver();',
    'if (proxy && nowMs < 0) refuseOver();',
  ),
  one(
    'somebody decides on their own household',
    'src/domain/records/record-workflow.ts',
    '  ownHouseholdMayNotDecide,\n  nearRelativesMayNotDecide,\n];',
    '  nearRelativesMayNotDecide,\n];',
  ),
  one(
    'money is counted twice',
    'src/domain/town/funds.ts',
    'fund: { ...fund, balanceFen, ',
    'fund: { ...fund, balanceFen: balanceFen + booking.amountFen, ',
  ),
  one(
    'goods back points that no money was booked for',
    'src/domain/ledger/backing.ts',
    'Math.min(stockFen, paidFen)',
    'stockFen',
  ),
  one(
    'money that bought what is gone backs points again',
    'src/domain/ledger/backing.ts',
    'fund.spentOnGoodsFen - goneFen',
    'fund.spentOnGoodsFen',
  ),
  one(
    'a new cost makes old goods worth more',
    'src/domain/exchange/stock.ts',
    'return { ...offer, onHand, held, sequence, valueFen,',
    'return { ...offer, onHand, held, sequence, valueFen: onHand * offer.costFen,',
  ),
  one(
    'whoever books the money brings goods in',
    'src/domain/town/money-and-goods.ts',
    'if (change <= 0 || !booksMoney(roles)) return;',
    'if (change !== 0) return;',
  ),
  one(
    'points are posted that nothing backs',
    'src/domain/ledger/backing.ts',
    'closed ||= points > left;',
    'closed ||= false;',
  ),
  one(
    'a panel member votes twice',
    'src/domain/records/record-workflow.ts',
    'needs: [...noConflict, onlyThePanelVotes, votesOnce],',
    'needs: [...noConflict, onlyThePanelVotes],',
  ),
  one(
    'a pickup code is good for ever',
    'src/domain/exchange/pickup-code.ts',
    'if (nowMs >= validUntilMs) {',
    'if (nowMs < 0) {',
  ),
  one(
    'a seal says more than the chain holds',
    'src/domain/seals/seal.ts',
    '.map(({ householdId, sequence, headHash }) => ({ householdId, sequence, headHash }))',
    '.map(({ householdId, sequence, headHash }) => ({ householdId, sequence: sequence + 1, headHash }))',
  ),
  {
    name: 'points are posted while their notice is still open',
    changes: [
      {
        file: 'src/domain/ledger/posting.ts',
        from: 'record.closesAtMs !== null && nowMs >= record.closesAtMs;',
        to: 'record.closesAtMs !== null;',
      },
      {
        // The job looks for itself before it asks the rule.
        file: 'cloudfunctions/jobs/actions/close-notices.ts',
        from: 'after: nowMs + 1,',
        to: 'after: nowMs * 2,',
      },
    ],
  },
  one(
    'goods that are set aside for one are promised to another',
    'src/domain/exchange/stock.ts',
    'return Math.max(0, stock.onHand - stock.held);',
    'return stock.onHand;',
  ),
  one(
    'whoever objected answers the objection',
    'src/domain/records/record-workflow.ts',
    'needs: [...noConflict, objectorMayNotAnswer, objectionsWitnessMayNotAnswer],',
    'needs: [...noConflict, objectionsWitnessMayNotAnswer],',
  ),
  one(
    'a photo that shows another deed is not noticed',
    'cloudfunctions/points/photos/claim-photos.ts',
    'claimant: hash === null ? null : await claimantOf(tx, hash),',
    'claimant: null,',
  ),
  one(
    'whoever asks anew as somebody else is let in by the answer to what they asked before',
    'cloudfunctions/people/actions/answer-join.ts',
    '    answering.mustAnswerWhoWasSeen(request, input);\n',
    '',
  ),
  one(
    'somebody of the town lets themselves in',
    'src/domain/people/join-workflow.ts',
    'needsOfAll = [askerMayNotAnswer, ownHouseholdMayNotAnswer, relativesMayNotAnswer];',
    'needsOfAll = [ownHouseholdMayNotAnswer, relativesMayNotAnswer];',
  ),
  one(
    'one of the committee lets somebody in with a colleague',
    'src/domain/people/join-workflow.ts',
    '[...needsOfAll, ofSecond(anotherMustAgree), ofSecond(oneStandsOutside)];',
    '[...needsOfAll, ofSecond(anotherMustAgree)];',
  ),
  one(
    'whoever agreed first agrees a second time',
    'src/domain/people/join-workflow.ts',
    '[...needsOfAll, ofSecond(anotherMustAgree), ofSecond(oneStandsOutside)];',
    '[...needsOfAll, ofSecond(oneStandsOutside)];',
  ),
  one(
    'two colleagues of the committee give an office',
    'src/domain/people/offices/office-workflow.ts',
    '      ofYes(committeeIsNotAlone),\n',
    '',
  ),
  one(
    'the town alone ends an elected office',
    'src/domain/people/offices/office-workflow.ts',
    '      ofYes(townAloneEndsNoElected),\n',
    '',
  ),
  one(
    'whoever entered that an office is held confirms it',
    'src/domain/people/offices/office-workflow.ts',
    '      proposerMayNotAnswer,\n',
    '',
  ),
  one(
    'an office that ended is held on by whoever joined',
    'cloudfunctions/people/offices/carry-out.ts',
    '  else savePerson(tx, left);',
    '  else savePerson(tx, person);',
  ),
  one(
    'a household takes its points back while its goods are handed over',
    'src/domain/exchange/order-workflow.ts',
    'needs: [lastDayIsNotOver, nobodyIsHandingOver],',
    'needs: [lastDayIsNotOver],',
  ),
  one(
    'the timer gives points back while the goods are handed over',
    'src/domain/exchange/order-workflow.ts',
    'needs: [lastDayIsOver, nobodyIsHandingOver],',
    'needs: [lastDayIsOver],',
  ),
  one(
    'a colleague ends an order that another keeper is handing over',
    'src/domain/exchange/order-workflow.ts',
    '      keeperMayNotCancelForOwnHousehold,\n      noOtherKeeperIsHandingOver,',
    '      keeperMayNotCancelForOwnHousehold,',
  ),
  one(
    'two posting runs of a village at once',
    'cloudfunctions/jobs/posting-lease.ts',
    'if (run.leaseId !== null && run.leaseUntilMs > nowMs) return false;',
    '',
  ),
  one(
    'ended notices are never posted',
    'src/domain/ledger/posting.ts',
    'nowMs >= record.closesAtMs;',
    'nowMs < 0;',
  ),
  one(
    'orders never expire',
    'src/domain/exchange/end-order.ts',
    'pastLastDay: nowMs >= order.expiresAtMs,',
    'pastLastDay: actor.personId !== null && nowMs >= order.expiresAtMs,',
  ),
  one(
    'points never lapse',
    'cloudfunctions/jobs/actions/lapse-points.ts',
    'after: dayOf(nowMs),',
    "after: '2000-01-01',",
  ),
  one(
    'no day is sealed',
    'cloudfunctions/jobs/actions/seal-day.ts',
    'const villagesPerCall = 20;',
    'const villagesPerCall = 0;',
  ),
  one(
    'nothing is erased at night',
    'cloudfunctions/jobs/actions/erase-expired.ts',
    'inRotation(parts, nowMs)',
    'parts.slice(parts.length)',
  ),
  one(
    'a run that was killed keeps its village shut for ever',
    'cloudfunctions/jobs/posting-lease.ts',
    'const leaseMs = 60_000;',
    'const leaseMs = 1e15;',
  ),
  one(
    'points that wait for money are forgotten',
    'cloudfunctions/jobs/post-household.ts',
    'waits && backed ?',
    'waits && !backed ?',
  ),
  one(
    'the line of a posted record stands on',
    'src/domain/records/notice.ts',
    'line.recordId === recordId ?',
    "line.recordId === recordId && outcome !== 'posted' ?",
  ),
  one(
    'smaller awards pass earlier larger ones',
    'src/domain/ledger/backing.ts',
    'closed ||= points > left;',
    'closed = points > left;',
  ),
  one(
    'erasing leaves nothing for the night',
    'src/domain/people/erase.ts',
    "state: 'waiting',",
    "state: 'done',",
  ),
  one(
    'photos are erased before their days are over',
    'cloudfunctions/jobs/erase/erase-evidence.ts',
    "after: keptSinceMs('evidence', nowMs),",
    'after: nowMs,',
  ),
  one(
    'an order is answered with a point too many',
    'cloudfunctions/exchange/actions/place-order.ts',
    'points: effect.order.points,',
    'points: effect.order.points + 1,',
  ),
  one(
    'seals are not chained',
    'src/domain/seals/seal.ts',
    'previous?.hash ?? genesisHash',
    'genesisHash',
  ),
  one(
    'a household is left out of the seal',
    'src/domain/seals/seal.ts',
    'const leaves = accounts',
    'const leaves = accounts.slice(1)',
  ),
  one(
    'what was redeemed counts double',
    'src/domain/ledger/rollup.ts',
    'redeemed -= entry.held;',
    'redeemed -= 2 * entry.held;',
  ),
  one(
    'the time is taken from the command id',
    'cloudfunctions/runtime/handle.ts',
    'const nowMs = ports.nowMs();',
    `const digit = (each: string) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(each);
    const told = [...(commandId ?? '').slice(0, 10)].reduce((ms, each) => ms * 32 + digit(each), 0);
    const nowMs = commandId ? told : ports.nowMs();`,
  ),
  one(
    'the shop was at fault and the points lapse at once',
    'src/domain/ledger/ledger.ts',
    'const grace = options.shopAtFault && lapsed',
    'const grace = false && lapsed',
  ),
  one(
    'a posting run that was overtaken goes on',
    'cloudfunctions/jobs/posting-lease.ts',
    'assert(held?.leaseId === lease.leaseId,',
    'assert(held,',
  ),
  one(
    'a posting run that was overtaken ends the other one',
    'cloudfunctions/jobs/posting-lease.ts',
    'if (run?.leaseId !== lease.leaseId) return;',
    'if (!run) return;',
  ),
  one(
    'only the newest used pickup code is kept',
    'src/domain/exchange/pickup-code.ts',
    'usedCodes: [...stillGood, { signature: code.signature, validUntilMs }],',
    'usedCodes: [...stillGood.slice(0, 0), { signature: code.signature, validUntilMs }],',
  ),
  one(
    'a task is not removed when nobody is waited for any more',
    'cloudfunctions/runtime/write-task.ts',
    "else tx.remove('tasks', id);",
    'else return;',
  ),
  one(
    'a task waits for the wrong office',
    'src/domain/tasks/record-task.ts',
    'key: roleKey(by, villageId)',
    "key: roleKey('cadre', villageId)",
  ),
  one(
    'a task is shown to those who have something to do with it',
    'src/domain/tasks/waiting.ts',
    'not: [...new Set(involved.filter(isRefused).map(({ key }) => key))],',
    'not: [],',
  ),
  one(
    'what is late is never told',
    'cloudfunctions/jobs/actions/escalate-tasks.ts',
    'if (!task?.escalates || task.nextMs > nowMs) return;',
    'if (!task?.escalates || task.nextMs <= nowMs) return;',
  ),
];
