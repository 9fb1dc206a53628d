import { registry } from '../../config/run/registry';
import type { ActionKind, FunctionName } from '../../src/contracts/contract';
import { nothing } from '../../src/contracts/fields';
import { scenarios, send } from './scenarios';
import { freshId, openProofTown } from './town';

const functionNames = Object.keys(registry) as FunctionName[];
const every = functionNames.flatMap((functionName) =>
  registry[functionName].map(({ contract }) => ({
    functionName,
    action: contract.action,
    kind: contract.kind,
    /** What takes no input has one body only. */
    hasOtherBody: (contract.input as unknown) !== nothing,
  })),
);
const isCommanded = (kind: ActionKind) => kind === 'command' || kind === 'run';

test.each(functionNames)('every action of %s has its scenario, and only those', (functionName) => {
  const actions = registry[functionName].map(({ contract }) => contract.action);
  expect(Object.keys(scenarios[functionName]).sort()).toEqual([...actions].sort());
});

test.each(every)('$functionName: $action is answered with ok', async (each) => {
  const { functionName, action, kind } = each;
  const town = await openProofTown();
  const scenario = scenarios[functionName][action];
  if (!scenario) throw new Error('compared above');
  const call = await scenario(town);
  const commandId = isCommanded(kind) ? freshId(town) : undefined;
  expect(await send(town, functionName, action, call, commandId)).toMatchObject({ ok: true });
});

test.each(every.filter(({ kind, hasOtherBody }) => isCommanded(kind) && hasOtherBody))(
  '$functionName: $action names another body that would succeed too',
  async ({ functionName, action }) => {
    const town = await openProofTown();
    const call = await scenarios[functionName][action]?.(town);
    if (!call) throw new Error('compared above');
    expect(call.otherInput).toBeDefined();
    const other = { ...call, input: call.otherInput };
    expect(await send(town, functionName, action, other, freshId(town))).toMatchObject({
      ok: true,
    });
  },
);
