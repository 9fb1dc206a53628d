import path from 'node:path';
import type { CloudOptions } from '../../local-cloud';
import { projectDirectory } from './project-directory';

/**
 * What every local cloud of this project is started with: its functions, indexes and rules. On the
 * platform a query without an index is slow and at last fails, so here none is let through.
 */
export function cloudOptions(secrets: {
  jifenSecret: string;
  foundingSecret: string;
}): Pick<
  CloudOptions,
  'functionsDirectory' | 'indexesFile' | 'rulesFile' | 'environment' | 'refuseUnindexed'
> {
  return {
    functionsDirectory: path.join(projectDirectory, 'dist/cloudfunctions'),
    indexesFile: path.join(projectDirectory, 'config/database/indexes.json'),
    rulesFile: path.join(projectDirectory, 'config/database/rules.json'),
    refuseUnindexed: true,
    environment: {
      JIFEN_SECRET: secrets.jifenSecret,
      JIFEN_FOUNDING_SECRET: secrets.foundingSecret,
    },
  };
}
