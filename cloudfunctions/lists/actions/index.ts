import type { Action } from '../../runtime/define-action';
import { listCertificatesNotIssued } from './list-certificates-not-issued';
import { listMatters } from './list-matters';
import { listWords } from './list-words';
import { publishMatter } from './publish-matter';
import { readMatter } from './read-matter';
import { saveWords } from './save-words';

/** The actions of the four lists. */
export const actions: readonly Action[] = [
  listMatters,
  readMatter,
  publishMatter,
  listCertificatesNotIssued,
  listWords,
  saveWords,
];
