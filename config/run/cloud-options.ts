import path from 'node:path';
import type { CloudOptions, MessageTemplate } from '../../local-cloud';
import { readTemplates, type Templates } from '../../src/domain/messages/templates';
import { projectDirectory } from './project-directory';

type Given =
  | 'functionsDirectory'
  | 'indexesFile'
  | 'rulesFile'
  | 'environment'
  | 'refuseUnindexed'
  | 'templates';

/** What WeChat's side knows of templates: nothing of what they are for. */
export function messageTemplatesOf(templates: Templates): MessageTemplate[] {
  return Object.values(templates).map(({ id, keys }) => ({ id, fields: keys }));
}

/**
 * What every local cloud of this project is started with: its functions, indexes and rules. On the
 * platform a query without an index is slow and at last fails, so here none is let through.
 * @param templates of subscribe messages, as in `JIFEN_TEMPLATES`: WeChat's side knows them too
 */
export function cloudOptions(
  secrets: { jifenSecret: string; foundingSecret: string },
  templates = '',
): Pick<CloudOptions, Given> {
  return {
    functionsDirectory: path.join(projectDirectory, 'dist/cloudfunctions'),
    indexesFile: path.join(projectDirectory, 'config/database/indexes.json'),
    rulesFile: path.join(projectDirectory, 'config/database/rules.json'),
    refuseUnindexed: true,
    environment: {
      JIFEN_SECRET: secrets.jifenSecret,
      JIFEN_FOUNDING_SECRET: secrets.foundingSecret,
      JIFEN_TEMPLATES: templates,
    },
    templates: messageTemplatesOf(readTemplates(templates).templates),
  };
}

/** In the data folder: where the cloud that `npm start` runs can be asked. */
export const cloudAddressFile = 'cloud-address.txt';
