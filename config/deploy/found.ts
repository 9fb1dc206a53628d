import { inParallel } from '../../cloudfunctions/runtime/in-parallel';
import { type Bundle, readBundle, runsTheSame } from './bundle';
import type { CloudApi } from './cloud-api';
import {
  type EnvironmentFacts,
  type FoundFunction,
  type FoundRule,
  type PlatformReader,
  readEnvironment,
  readPlatform,
} from './read-platform';
import type { Index, Wanted } from './wanted';

/** All that stands in the cloud, as far as this project is concerned. */
export type Found = {
  environment: EnvironmentFacts;
  collections: Map<string, { indexes: Index[]; rule: FoundRule }>;
  storageRule: FoundRule;
  functionRule: FoundRule;
  functions: Map<string, FoundFunction & { runsOurCode: boolean }>;
  otherFunctions: string[];
};

/** The interface takes 20 requests a second of one kind. */
const atOnce = 4;

async function findFunction(reader: PlatformReader, name: string, ours: Bundle) {
  const found = await reader.function(name);
  // A function that was never made, or whose code was refused, has none to fetch.
  const hasCode = !/Fail/.test(found.status);
  const runsOurCode = hasCode && runsTheSame(ours, await reader.bundle(name));
  return { ...found, runsOurCode };
}

/** Reads all of it back from the platform. */
export async function readFound(
  api: CloudApi,
  wanted: Wanted,
  appId: string | null,
): Promise<Found> {
  const environment = await readEnvironment(api);
  const reader = readPlatform(api, environment, appId);
  const names = (await reader.collections()).filter((name) => name in wanted.collections);
  const collections: Found['collections'] = new Map();
  await inParallel(names, atOnce, async (name) => {
    const indexes = await reader.indexes(name);
    collections.set(name, { indexes, rule: await reader.collectionRule(name) });
  });
  const deployed = await reader.functionNames();
  const ours = wanted.functions.filter(({ name }) => deployed.includes(name));
  const functions: Found['functions'] = new Map();
  await inParallel(ours, atOnce, async ({ name, directory }) => {
    functions.set(name, await findFunction(reader, name, readBundle(directory)));
  });
  return {
    environment,
    collections,
    storageRule: await reader.storageRule(),
    functionRule: await reader.functionRule(),
    functions,
    otherFunctions: deployed.filter((name) => !ours.some((each) => each.name === name)),
  };
}
