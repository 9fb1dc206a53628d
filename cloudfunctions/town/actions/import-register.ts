import { town as contracts } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
import { numberKey } from '../../../src/domain/people/household-number';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Village } from '../../../src/domain/people/types';
import { mustBeAsSeen } from '../../../src/domain/town/register/changes';
import { mostProblemsShown, type RegisterPlan } from '../../../src/domain/town/register/plan';
import type { RegisterImport } from '../../../src/domain/town/types';
import { checkEntries } from '../../people/save-entry-check';
import { rolesOf } from '../../runtime/caller';
import { defineRun, type RunContext } from '../../runtime/define-action';
import { inParallel } from '../../runtime/in-parallel';
import { partsOf } from '../../runtime/parts-of';
import { type Store, StoreBusy } from '../../runtime/store/store';
import { readRegister } from '../read-register';
import { numbersAtOnce, takeNumbers, writeHousehold } from '../write-household';

const householdsAtOnce = 8;

function mustBeASoundRegister({ problems }: RegisterPlan): void {
  const [first] = problems;
  if (!first) return;
  const words = `${first.cell}“${first.column}”:${first.message}`;
  const message = `户册有 ${problems.length} 处要改,什么都没有写进去。先看这一处:${words}`;
  refuse('register-has-problems', message, { problems: problems.slice(0, mostProblemsShown) });
}

/** The first run's counts are kept: a run that goes on finds less left to write. */
async function begin(store: Store, key: string, fresh: RegisterImport): Promise<RegisterImport> {
  return store.transact(async (tx) => {
    const begun = await tx.get<RegisterImport>('imports', key);
    if (begun) return begun;
    tx.create('imports', key, fresh);
    return fresh;
  });
}

type Writing = Pick<
  RunContext<unknown>,
  'store' | 'nowMs' | 'templates' | 'hasTime' | 'newId' | 'caller'
>;

async function writeAll(writing: Writing, plan: RegisterPlan): Promise<void> {
  const { store, hasTime, newId, nowMs: atMs, caller } = writing;
  // The same command sent again goes on from here.
  const mustHaveTime = () => {
    if (!hasTime()) throw new StoreBusy('out of time');
  };
  const numbers = plan.newHouseholds.map((each) => ({ ...each, householdId: newId() }));
  await inParallel(partsOf(numbers, numbersAtOnce), householdsAtOnce, async (part) => {
    mustHaveTime();
    await takeNumbers(store, part);
  });
  const areNew = new Set(numbers.map(({ villageId, number }) => numberKey(villageId, number)));
  await inParallel(plan.toWrite, householdsAtOnce, async (household) => {
    mustHaveTime();
    const as = deciderOf(rolesOf(caller), household.villageId);
    const by = { personId: caller.personId ?? '', as, atMs };
    const newIds = { cardId: newId(), memberIds: household.lines.map(newId), by };
    await writeHousehold(writing, household, newIds, areNew.has(household.key));
  });
}

export const importRegister = defineRun({
  contract: contracts.importRegister,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, commandId, files, ...context }) => {
    const { fileId, seen } = input;
    const { nowMs, caller, store } = context;
    const answers = new Map(input.answers.map(({ change, answer }) => [change, answer]));
    const plan = await readRegister(fileId, { files, read: store, nowMs }, answers);
    mustBeASoundRegister(plan);
    const personId = caller.personId ?? '';
    const key = `${personId}.${commandId}`;
    // One that goes on finds less left to change than was seen.
    if (!(await store.get('imports', key))) mustBeAsSeen(plan, seen, answers);
    const { counts } = plan;
    const fresh: RegisterImport = {
      personId,
      fileId,
      startedAtMs: nowMs,
      counts,
      state: 'running',
    };
    const begun = await begin(store, key, fresh);
    await writeAll(context, plan);
    // One that goes on may have nothing left to write, and this still before it.
    for (const villageId of plan.villageIds) {
      const village = await store.get<Village>('villages', villageId);
      if (village) await checkEntries(context, village);
    }
    await store.transact(async (tx) => tx.set('imports', key, { ...begun, state: 'done' }));
    return begun.counts;
  },
});
