import { answerEjson } from './ejson';
import { compileProjection } from './projection';
import type { Document, FindOptions } from './types';

const texts = new WeakMap<Document, string>();

/** A stored document as clients get it. What is stored never changes, so it is written once. */
function encodedOf(document: Document): string {
  const kept = texts.get(document);
  if (kept !== undefined) return kept;
  const text = answerEjson(document);
  texts.set(document, text);
  return text;
}

/** Stored documents, or what a projection leaves of them, as the texts of an answer. */
export function encodeAll(found: Document[], { projection }: FindOptions): string[] {
  if (projection === undefined) return found.map(encodedOf);
  const project = compileProjection(projection);
  return found.map((document) => answerEjson(project(document)));
}
