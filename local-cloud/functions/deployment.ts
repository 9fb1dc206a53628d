import { readJsonFile } from '../json-file';

type Limits = { timeout?: unknown; memorySize?: unknown };

/** What a way of deploying makes of the functions' folders. */
export type Deployment = {
  /** Seconds and megabytes a function gets; whatever stands there, right or wrong. */
  limitsOf(name: string, config: Limits): { timeout: unknown; memorySize: unknown };
  triggersAtMost: number;
};

/** What a function gets where nobody deployed a limit. */
const defaultLimits = { timeout: 3, memorySize: 256 };

function readLimits(file: string | undefined): Map<string, Limits> {
  if (file === undefined) return new Map();
  const { functions = [] } = Object(readJsonFile(file)) as {
    functions?: (Limits & { name: string })[];
  };
  return new Map(functions.map((entry) => [entry.name, entry]));
}

/**
 * With `limitsFile` (a cloudbaserc.json) what it says of a function counts. WeChat DevTools do not
 * read time and memory in a function's config.json, and upload one timer of each.
 * Throws when the file cannot be read.
 */
export function readDeployment(options: {
  uploadedByDevTools?: boolean;
  limitsFile?: string;
}): Deployment {
  const { uploadedByDevTools = false, limitsFile } = options;
  const limits = readLimits(limitsFile);
  return {
    limitsOf(name, config) {
      const own = uploadedByDevTools ? {} : config;
      const { timeout, memorySize } = { ...defaultLimits, ...own, ...limits.get(name) };
      return { timeout, memorySize };
    },
    triggersAtMost: uploadedByDevTools ? 1 : Number.POSITIVE_INFINITY,
  };
}
