import * as z from 'zod/mini';
import './contract';
import { personNameShape, tidyName } from './name-text';
import { tidyText } from './plain-text';

/** A client-made, time-ordered id (ULID, Crockford base 32). */
export const ulid = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));
/** An id that carries meaning: village, shop, goods, item, matter; never holds a dot. */
export const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
/** A household, whatever its number is by now. */
export const householdId = ulid;
/** A day at +08:00, `YYYY-MM-DD`. */
export const day = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
/** Epoch milliseconds. */
export const instant = z.int().check(z.nonnegative());
/** Points, whole and signed where a line may take away. */
export const points = z.int();
export const wholeCount = z.int().check(z.minimum(1), z.maximum(999));
export const fileId = z.string().check(z.regex(/^cloud:\/\/[\w.\-/]{1,300}$/));
/** Where a phone uploads a photo to, and the town its register, in the file storage. */
export const photoPath = z.string().check(z.regex(/^evidence\/[\w-]{1,40}\.(jpg|jpeg|png)$/i));
/** What is no table we read is told so when it is read. */
export const registerPath = z
  .string()
  .check(z.regex(/^registers\/[\w-]{1,40}\.(xlsx|csv|txt|xls|xlsm|et|ods)$/i));
/** What a household's card says; only its shape is known here. */
export const cardText = z.string().check(z.regex(/^JF\.H\.[\w.]{1,40}$/));
/** What a household without a phone says who it is by: four to six digits. */
export const pin = z.string().check(z.regex(/^\d{4,6}$/));
export const householdNumber = z.int().check(z.minimum(1), z.maximum(9999));

/** Where a list goes on: handed back as it was given. */
export const cursor = z.string().check(z.regex(/^[\w.-]{1,160}$/));

/** Free text typed by a person, 1 to `maximum` characters; what nobody sees is nothing. */
export function text(maximum: number) {
  return z.string().check(z.overwrite(tidyText), z.minLength(1), z.maxLength(maximum));
}

/** In whatever way it is written; it comes in as `tidyName` has it. */
export const personName = z.string().check(z.overwrite(tidyName), z.regex(personNameShape));

export const location = z.strictObject({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  accuracyMetres: z.number().check(z.minimum(0), z.maximum(100_000)),
});

/** A list that never holds more than so many: an answer stays small enough for a phone. */
export function listOf<Item extends z.ZodMiniType>(item: Item, most: number) {
  return z.array(item).check(z.maxLength(most));
}

export const nothing = z.strictObject({});
