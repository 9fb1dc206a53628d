import type { points } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { bodyOf } from './freezes';
import { isOfficer } from './offices';
import { takeBack } from './purse';
import {
  areRelatives,
  conflicts,
  type Decision,
  moveTo,
  type OnRecord,
  onRecord,
  reasonIsMissing,
  whereItIs,
} from './records';
import { type AnyRule, type Call, type Rule, type Verdict, when } from './rule';
import type { Model, ModelRecord } from './state';

type Reversal = InputOf<typeof points.proposeReversal>;

/** The account that a household's points are in by now, and whose they were on the way. */
function wherePointsAre(model: Model, householdId: string) {
  const houses = [householdId];
  let account = model.accounts.get(householdId);
  for (let into = account?.ended?.into; into; into = account?.ended?.into) {
    houses.push(into);
    account = model.accounts.get(into);
  }
  return { account, houses };
}

function tooNear(model: Model, record: ModelRecord, { person }: Call) {
  const own = person?.householdId ?? null;
  const { houses } = wherePointsAre(model, record.householdId);
  return {
    'own-household': own !== null && houses.includes(own),
    'near-relative': houses.some((house) => areRelatives(model, house, own)),
  };
}

function proposeReversal(model: Model, record: ModelRecord, _: Reversal, call: Call): Verdict {
  return {
    refusals: when({
      ...tooNear(model, record, call),
      'already-proposed': record.proposers.includes(call.personId),
    }),
    effect() {
      record.proposers.push(call.personId);
      const by = bodyOf(call.person, record.villageId);
      record.proposed = { personId: call.personId, by };
      return moveTo(model, record, 'waiting-reversal', call.personId);
    },
    value: whereItIs(record),
  };
}

function answerReversal(model: Model, record: ModelRecord, input: Decision, call: Call): Verdict {
  const by = bodyOf(call.person, record.villageId);
  const isNobodyElse =
    record.proposed?.personId === call.personId || (by !== 'town' && record.proposed?.by === by);
  return {
    refusals: when({
      ...conflicts(model, record, call),
      ...tooNear(model, record, call),
      'checker-may-not-answer': record.checkers.includes(call.personId),
      'another-must-agree': isNobodyElse,
      'reason-needed': reasonIsMissing(input),
    }),
    effect() {
      const { account } = wherePointsAre(model, record.householdId);
      const { points, spends, postedAtMs, spendable, spendableAtMs } = record;
      const brought = {
        ...{ honour: points, honourAtMs: postedAtMs, spendableAtMs },
        spendable: spendable === 'posted' ? spends : 0,
      };
      if (input.accept && account) takeBack(account, brought, call.atMs);
      if (input.accept && spendable === 'waiting') record.spendable = 'none';
      return moveTo(model, record, input.accept ? 'reversed' : 'posted', call.personId);
    },
    value: whereItIs(record),
  };
}

/** A rule for whoever looks after the village; of the town also where there is no such record. */
const forOfficers = <Input extends OnRecord>(rule: Rule<Input>): Rule<Input> => ({
  ...rule,
  may: (model, { recordId }, person) => {
    return isOfficer(person, model.records.get(recordId)?.villageId ?? 'nowhere');
  },
});

/** What was posted and is found wrong, by two. */
export const reversalRules = {
  'propose-reversal': forOfficers(onRecord<Reversal>('', 'posted', proposeReversal)),
  'answer-reversal': forOfficers(onRecord<Decision>('', 'waiting-reversal', answerReversal)),
} satisfies Record<string, AnyRule>;
