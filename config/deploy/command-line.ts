import { parseArgs } from 'node:util';

/** The command cannot go on; the message is a sentence for whoever typed it. */
export class CannotGoOn extends Error {}

export type DeployOptions = {
  environmentId: string;
  region: string;
  /** Says what would be done and does nothing. */
  dryRun: boolean;
  /** Asks nobody. */
  yes: boolean;
  /** The only way to put another value over a secret that is there. */
  replaceSecrets: boolean;
};

const flags = {
  env: { type: 'string' },
  region: { type: 'string', default: 'ap-shanghai' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  'replace-secrets': { type: 'boolean', default: false },
} as const;

/**
 * Reads `--env ID [--region ap-shanghai] [--dry-run] [--yes] [--replace-secrets]`.
 * @throws CannotGoOn
 */
export function readDeployOptions(words: readonly string[]): DeployOptions {
  const values = (() => {
    try {
      return parseArgs({ args: [...words], options: flags, strict: true }).values;
    } catch (error) {
      throw new CannotGoOn(`命令行有误:${(error as Error).message}`);
    }
  })();
  const environmentId = values.env ?? '';
  if (!/^[a-z][a-z0-9-]{3,}$/.test(environmentId)) {
    throw new CannotGoOn('请写明环境 ID,例如 --env cloud1-0abc。它在云开发控制台的“概览”里。');
  }
  return {
    environmentId,
    region: values.region,
    dryRun: values['dry-run'],
    yes: values.yes,
    replaceSecrets: values['replace-secrets'],
  };
}
