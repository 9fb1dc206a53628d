/** How often a document was written as it was. Only the store knows of it. */
type Marked = { touched?: number };

/** A document as it is read: without the mark. */
export function withoutMark<T extends object>(document: T): T {
  if (!('touched' in document)) return document;
  const { touched: _touched, ...rest } = document as T & Marked;
  return rest as T;
}

/**
 * What is written in place of a document, with a new mark where it would change nothing: to MongoDB
 * that is no write, and collides with nobody.
 * @param before as it is stored, with its `_id`
 * @param data without an `_id`
 */
export function markedWhereSame(before: object, data: object): object {
  const { touched, _id, ...stood } = before as Marked & { _id?: unknown };
  // Fields in another order are a change to MongoDB too.
  const isSame = JSON.stringify(stood) === JSON.stringify(data);
  return isSame ? { ...data, touched: (touched ?? 0) + 1 } : data;
}
