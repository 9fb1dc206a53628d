import * as z from 'zod/mini';
import { matter as matterSchema } from '../../src/contracts/lists';
import { pointItem } from '../../src/contracts/scheme';

const text = z.string().check(z.minLength(1));
const points = z.int();

const goods = z.strictObject({
  id: text,
  name: text,
  unit: text,
  points,
  costFen: z.int(),
  kind: z.enum(['goods', 'service']),
  startStock: z.int(),
  safetyStock: z.int(),
});

const purposeException = z.strictObject({
  purpose: text,
  matterKey: z.optional(text),
  note: text,
});

/** One schema for each file, strict, so that a misspelt key is found and not dropped. */
export const catalogueFiles = {
  fields: z.array(z.strictObject({ id: text, name: text, order: z.int() })),
  pointItems: z.array(pointItem),
  reminders: z.array(
    z.strictObject({ id: text, name: text, honourPoints: points, guidance: text }),
  ),
  goods: z.array(goods),
  matters: z.array(matterSchema),
  legalTerms: z.array(
    z.strictObject({
      matterKey: text,
      terms: z.array(z.strictObject({ name: text, value: z.number(), unit: text })),
    }),
  ),
  certificatesNotIssued: z.array(
    z.strictObject({
      id: text,
      name: text,
      goTo: text,
      basis: text,
      note: text,
      purposeExceptions: z.optional(z.array(purposeException)),
    }),
  ),
};
