import { answerEjson, DatabaseError, type Engine, type Transaction } from '../engine';
import {
  answered,
  type Body,
  countOf,
  fieldsOf,
  invalid,
  ordersOf,
  queryOf,
  stagesOf,
  textOf,
  writtenOf,
} from './request';

export type Answer = Record<string, unknown>;
export type Protocol = {
  /** Answers one request; refusals come back as `{ code, message }`, never thrown. */
  handle(body: Body): Promise<Answer>;
  /** Ends the transaction a request names, if it is still open. */
  abort(body: Body): void;
};

type Action = (engine: Engine, body: Body) => Answer | Promise<Answer>;

/** The platform's own limits for one query. */
const rowsByDefault = 100;
const rowsAtMost = 1000;

/** The transaction a request names, or the engine itself when it names none. */
function targetOf(engine: Engine, body: Body): Engine | Transaction {
  if (body.transactionId === undefined || body.transactionId === null) return engine;
  return engine.transaction(String(body.transactionId));
}

const addCollection: Action = (engine, body) => {
  engine.addCollection(textOf(body, 'collectionName'));
  return {};
};

const insertDocument: Action = async (engine, body) => {
  const collection = textOf(body, 'collectionName');
  const list = Array.isArray(body.data) ? body.data : [body.data];
  const documents = list.map((data) => writtenOf(data, engine.now()));
  const insertedIds = await targetOf(engine, body).insert(collection, documents);
  return { data: { insertedIds } };
};

const getDocument: Action = (engine, body) => {
  const collection = textOf(body, 'collectionName');
  const nowMs = engine.now();
  const skip = countOf(body.offset, 'offset', 0);
  const asked = countOf(body.limit, 'limit', rowsByDefault);
  const limit = Math.min(asked === 0 ? rowsByDefault : asked, rowsAtMost);
  const projection = body.projection ? fieldsOf(body, 'projection', nowMs) : undefined;
  const found = targetOf(engine, body).findTexts(collection, {
    query: queryOf(body, nowMs),
    order: ordersOf(body, nowMs),
    skip,
    limit: body.queryType === 'DOC' ? 1 : limit,
    ...(projection ? { projection } : {}),
  });
  return { data: { list: answered(found) }, limit, offset: skip };
};

const calculateDocument: Action = (engine, body) => {
  const query = queryOf(body, engine.now());
  return { data: { total: engine.count(textOf(body, 'collectionName'), query) } };
};

const modifyDocument: Action = async (engine, body) => {
  const collection = textOf(body, 'collectionName');
  const query = queryOf(body, engine.now());
  const data = writtenOf(body.data, engine.now());
  const target = targetOf(engine, body);
  if (body.merge === false) {
    if (body.queryType !== 'DOC') throw invalid('Only a document named by its id can be replaced');
    const { updated, upsertedId } = await target.set(collection, query._id as string, data);
    return { data: { updated, upsert_id: upsertedId } };
  }
  const multiple = body.multi !== false && body.queryType !== 'DOC';
  const upsert = body.upsert === true;
  const result = await target.update(collection, query, data, { multiple, upsert });
  return { data: { updated: result.updated, upsert_id: result.upsertedId } };
};

const modifyAndReturnDocument: Action = async (engine, body) => {
  const collection = textOf(body, 'collectionName');
  const query = queryOf(body, engine.now());
  const operators = writtenOf(body.data, engine.now());
  const target = targetOf(engine, body);
  const { updated, document } = await target.updateAndReturn(collection, query, operators);
  return { data: { updated, doc: document === null ? null : answerEjson(document) } };
};

const removeDocument: Action = async (engine, body) => {
  const collection = textOf(body, 'collectionName');
  const query = queryOf(body, engine.now());
  const multiple = body.multi !== false;
  const deleted = await targetOf(engine, body).remove(collection, query, { multiple });
  return { data: { deleted } };
};

const aggregateDocuments: Action = (engine, body) => {
  const stages = stagesOf(body, engine.now());
  const found = engine.aggregate(textOf(body, 'collectionName'), stages);
  return { data: { list: answered(found.map(answerEjson)) } };
};

const startTransaction: Action = (engine) => ({ transactionId: engine.begin().id });

const commitTransaction: Action = async (engine, body) => {
  await engine.transaction(textOf(body, 'transactionId')).commit();
  return {};
};

const abortTransaction: Action = (engine, body) => {
  engine.transaction(textOf(body, 'transactionId')).abort();
  return {};
};

const actions = new Map<string, Action>([
  ['database.addCollection', addCollection],
  ['database.insertDocument', insertDocument],
  ['database.getDocument', getDocument],
  ['database.calculateDocument', calculateDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturnDocument],
  ['database.removeDocument', removeDocument],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
]);

/**
 * The `database.*` part of what the CloudBase server SDK says over HTTP. Everything but
 * `requestId`, which whoever carries the answer adds.
 */
export function createProtocol(engine: Engine): Protocol {
  return {
    abort(body) {
      try {
        if (body.transactionId) engine.transaction(String(body.transactionId)).abort();
      } catch {
        // It has ended already.
      }
    },
    async handle(body) {
      const action = actions.get(String(body.action));
      if (action === undefined) {
        return { code: 'INVALID_ACTION', message: `Action ${body.action} is not known here` };
      }
      try {
        return await action(engine, body);
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error;
        return { code: error.code, message: error.message };
      }
    },
  };
}
