import { points } from '../../../src/contracts';
import { defineQuery } from '../../runtime/define-action';
import { schemeOf } from '../../runtime/scheme-of';
import { loadVillage } from '../load';

/** The scheme in force is public (plan 三(一)3: everyone can see why). */
export const listItems = defineQuery({
  contract: points.listItems,
  allow: [{ who: 'anyone' }],
  async run({ input, read }) {
    const scheme = await schemeOf(read, await loadVillage(read, input.villageId));
    return { schemeVersion: scheme.version, fields: scheme.fields, items: scheme.items };
  },
});
