export { answerEjson, parseEjson, stringifyEjson } from './ejson';
export { openEngine } from './engine';
export { DatabaseError, FolderRefused } from './errors';
export type {
  Commit,
  Counters,
  Document,
  Engine,
  EngineOptions,
  Fields,
  Filter,
  FindOptions,
  IndexDeclaration,
  IndexFile,
  Order,
  Transaction,
  UpdateAndReturnResult,
  UpdateResult,
  Write,
  WriteOptions,
} from './types';
