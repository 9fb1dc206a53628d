import * as z from 'zod/mini';
import { defineQuery } from '../../../cloudfunctions/runtime/define-action';
import { serve } from '../../../cloudfunctions/runtime/serve';
import { contract } from '../../../src/contracts/contract';

const whoCalls = defineQuery({
  contract: contract({
    functionName: 'points',
    action: 'who-calls',
    title: '谁在叫',
    kind: 'query',
    input: z.object({}),
    value: z.object({ who: z.string(), processId: z.int() }),
    refusals: [],
  }),
  allow: [{ who: 'anyone' }, { who: 'timer' }],
  async run({ caller: { identity } }) {
    const who = identity.kind === 'wechat' ? identity.openid : identity.kind;
    return { who, processId: process.pid };
  },
});

/** A function that says whom it takes its caller for. Bundled by the tests. */
export const main = serve([whoCalls], { timeout: 20, memorySize: 256 });
