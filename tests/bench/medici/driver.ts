import mongoose from 'mongoose';
import type { Engine, IndexDeclaration, IndexFile } from '../../../local-cloud/engine';
import { EngineCollection, type Link } from './collection';
import { EngineSession } from './session';

/** Where medici's requests go; a bench points it at one engine after the other. */
export const link: Link & { current: Engine | null; random: () => number } = {
  current: null,
  random: Math.random,
  engine() {
    if (link.current === null) throw new Error('medici is not pointed at an engine');
    return link.current;
  },
  pause: async () => undefined,
};

class EngineConnection extends mongoose.Connection {
  /** Called by mongoose's `connect`; there is nothing to connect to but this process. */
  async createClient() {
    const startSession = () => new EngineSession(() => link.engine(), link.random);
    Object.assign(this, { client: { startSession }, db: {} });
    (this as unknown as { onOpen(): void }).onOpen();
    return this;
  }

  async doClose() {
    return this;
  }
}

/** Mongoose makes one per model and tells it when the connection is open. */
class MongooseCollection extends EngineCollection {
  readonly collectionName: string;

  constructor(
    name: string,
    readonly conn: unknown,
  ) {
    super(name, link);
    this.collectionName = name;
  }

  onOpen(): void {}
  onClose(): void {}
}

type Models = Record<string, { schema: mongoose.Schema; collection: { name: string } }>;

function declarationOf([fields, options]: ReturnType<
  mongoose.Schema['indexes']
>[number]): IndexDeclaration {
  const names = Object.entries(fields);
  return {
    name: names.map(([name, sign]) => `${name}_${sign}`).join('_'),
    fields: names.map(([name, sign]) => ({ name, direction: sign === -1 ? '-1' : '1' })),
    unique: options.unique === true,
  };
}

let connected: Promise<typeof import('medici')> | null = null;

async function connect(): Promise<typeof import('medici')> {
  mongoose.set('autoIndex', false);
  mongoose.set('autoCreate', false);
  mongoose.setDriver({ Connection: EngineConnection, Collection: MongooseCollection });
  // Its models are made when it is loaded, so the driver has to be there before.
  const medici = await import('medici');
  await mongoose.connect('engine://in-this-process');
  return medici;
}

/** The real medici, unchanged, on an engine of this process through mongoose's driver. */
export function openMedici(): Promise<typeof import('medici')> {
  connected ??= connect();
  return connected;
}

/** The indexes medici's own models declare, as `syncIndexes` would make them. */
export async function mediciIndexes(): Promise<IndexFile> {
  await openMedici();
  const models = Object.values(mongoose.connection.models as unknown as Models);
  return Object.fromEntries(
    models.map(({ schema, collection }) => [collection.name, schema.indexes().map(declarationOf)]),
  );
}
