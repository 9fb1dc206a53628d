import type { Probe } from '../probe';

/** Names that say who calls; their values never leave the function. */
const whoCalls = ['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'TCB_UUID', 'TCB_CUSTOM_USER_ID'];

/** Lives as long as the instance. */
let callsOfThisInstance = 0;

const maxAgeSeconds = 60;

export const surroundingProbes: Readonly<Record<string, Probe>> = {
  async context({ context }) {
    const limits = ['time_limit_in_ms', 'memory_limit_in_mb'].map((name) => typeof context[name]);
    return {
      node: process.version.split('.')[0],
      limits,
      environ: typeof context.environ,
      environment: typeof context.environment,
    };
  },
  /** Which names of callers stand in the process, and in what this very call was given. */
  async 'who-calls'({ context }) {
    callsOfThisInstance += 1;
    const given = `${context.environ ?? ''} ${context.environment ?? ''}`;
    return {
      callsOfThisInstance,
      inProcess: whoCalls.filter((name) => Boolean(process.env[name])),
      inThisCall: whoCalls.filter((name) => new RegExp(`\\b${name}\\b`).test(given)),
    };
  },
  async 'store-a-file'({ app, mark }) {
    const cloudPath = `live-check/${mark}.txt`;
    const { fileID } = await app.uploadFile({ cloudPath, fileContent: Buffer.from('a file') });
    const fileList = [{ fileID, maxAge: maxAgeSeconds }];
    const answer = await app.getTempFileURL({ fileList });
    return { fileID, address: answer.fileList[0]?.tempFileURL ?? '', maxAgeSeconds };
  },
  /** Here the mark is the file. */
  async 'remove-a-file'({ app, mark }) {
    const { fileList } = await app.deleteFile({ fileList: [mark] });
    return fileList[0]?.code ?? '';
  },
};
