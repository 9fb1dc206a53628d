import { Aggregator } from 'mingo/aggregator';
import { Types } from 'mongoose';
import type { Engine, Fields, Order, Transaction } from '../../../local-cloud/engine';
import { mingoOptions } from '../../../local-cloud/engine/match';
import type { EngineSession } from './session';
import { fromEngine, toEngine } from './values';

type Options = {
  session?: EngineSession;
  sort?: Record<string, 1 | -1>;
  skip?: number;
  limit?: number;
  projection?: Fields;
  hint?: Fields;
  upsert?: boolean;
  forceServerObjectId?: boolean;
};

export type Link = {
  engine: () => Engine;
  /** A request takes its time on a network; where nobody waits, nothing ever meets. */
  pause: () => Promise<void>;
};

function ordersOf(sort: Record<string, 1 | -1> = {}): Order[] {
  return Object.entries(sort).map(([field, sign]) => {
    return { field, direction: sign === 1 ? 'asc' : 'desc' };
  });
}

const cursor = (read: () => Promise<Fields[]>) => ({ toArray: read });

/** The calls medici makes of a MongoDB collection, each as the one request it would be. */
export class EngineCollection {
  constructor(
    readonly name: string,
    private readonly link: Link,
  ) {}

  private async target(options: Options = {}): Promise<Engine | Transaction> {
    await this.link.pause();
    return options.session?.transaction ?? this.link.engine();
  }

  /** A server that makes the ids does not tell them, so medici has to read them again. */
  async insertMany(documents: Fields[], options: Options = {}) {
    const ids = documents.map((document) => document._id ?? new Types.ObjectId());
    const target = await this.target(options);
    const named = documents.map((document, at) => toEngine({ ...document, _id: ids[at] }));
    await target.insert(this.name, named);
    const told = options.forceServerObjectId ? ids.map(() => undefined) : ids;
    return { acknowledged: true, insertedCount: ids.length, insertedIds: { ...told } };
  }

  async insertOne(document: Fields, options: Options = {}) {
    const { acknowledged, insertedIds } = await this.insertMany([document], options);
    return { acknowledged, insertedId: insertedIds[0] };
  }

  private async read(query: Fields, options: Options): Promise<Fields[]> {
    const { sort, skip, limit, projection } = options;
    const target = await this.target(options);
    const found = target.find(this.name, {
      query: toEngine(query),
      order: ordersOf(sort),
      ...(skip && { skip }),
      ...(limit && { limit }),
      ...(projection && { projection }),
    });
    return fromEngine(found);
  }

  find(query: Fields, options: Options = {}) {
    return cursor(() => this.read(query, options));
  }

  async findOne(query: Fields, options: Options = {}) {
    const [found] = await this.read(query, { ...options, limit: 1 });
    return found ?? null;
  }

  /** The engine aggregates outside transactions only; within one the server's part is done here. */
  private async aggregated(stages: Fields[], options: Options): Promise<Fields[]> {
    const [first, ...rest] = toEngine(stages);
    const match = (first?.$match ?? {}) as Fields;
    const { _id, ...others } = match;
    // A hint of the id index is obeyed: by id first, then the rest of the question.
    const hinted = options.hint?._id === 1 && _id !== undefined;
    const query = hinted ? { _id } : match;
    const stagesLeft = hinted ? [{ $match: others }, ...rest] : rest;
    const target = await this.target(options);
    if (!options.session) {
      const pipeline = [{ $match: query }, ...stagesLeft];
      return fromEngine(this.link.engine().aggregate(this.name, pipeline));
    }
    const projection = { credit: 1, debit: 1 };
    const found = target.find(this.name, { query, ...(!hinted && { projection }) });
    return fromEngine(new Aggregator(stagesLeft as never[], mingoOptions).run(found) as Fields[]);
  }

  aggregate(stages: Fields[], options: Options = {}) {
    return cursor(() => this.aggregated(stages, options));
  }

  async countDocuments(query: Fields, options: Options = {}): Promise<number> {
    if (options.session) return (await this.read(query, options)).length;
    await this.link.pause();
    return this.link.engine().count(this.name, toEngine(query));
  }

  async updateOne(query: Fields, operators: Fields, { session, upsert }: Options = {}) {
    const target = await this.target({ ...(session && { session }) });
    const options = { multiple: false, upsert: upsert === true };
    const result = await target.update(this.name, toEngine(query), toEngine(operators), options);
    return { acknowledged: true, matchedCount: result.updated, modifiedCount: result.updated };
  }
}
