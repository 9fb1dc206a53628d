import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Account, newAccount, Refused } from './account';
import { receiveUpload } from './cos';
import { mustHaveCode, scfActions } from './scf';
import { type Parameters, tcbActions } from './tcb';

export type Fault = { action: string; times: number; code: string | 'hang up' };
export type Request = { service: string; action: string; parameters: Parameters };

export type StandIn = {
  url: string;
  account: Account;
  /** A platform that takes no rule with a new collection. */
  ignorePermissions: boolean;
  /** What a deployed function answers. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Every call that came in, in order. */
  requests: Request[];
  /** Answers the next calls of an action with an error, or breaks the connection off. */
  plan(fault: Fault): void;
  /** The action is done, but its answer gets lost. */
  loseAnswer(action: string): void;
  stop(): Promise<void>;
};

/** Looking changes nothing; everything else does. */
export const isWrite = ({ action }: Request) => !/^(List|Describe|Get)/.test(action);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function mustBeSigned(account: Account, { headers }: IncomingMessage): void {
  const signed = headers.authorization ?? '';
  if (!signed.startsWith(`TC3-HMAC-SHA256 Credential=${account.secretId}/`)) {
    throw new Refused('AuthFailure.SecretIdNotFound', 'The SecretId is not found.');
  }
}

async function invoke(standIn: StandIn, { FunctionName, ClientContext }: Parameters) {
  const name = String(FunctionName);
  if (!standIn.account.functions.has(name)) {
    throw new Refused('ResourceNotFound.FunctionName', `function ${name} not found`);
  }
  const answer = await standIn.invoke(name, JSON.parse(String(ClientContext ?? '{}')));
  return { Result: { InvokeResult: 0, RetMsg: JSON.stringify(answer), ErrMsg: '' } };
}

async function answerOf(standIn: StandIn, request: Request): Promise<object> {
  const { service, action, parameters } = request;
  const { account, url } = standIn;
  if (service === 'scf' && action === 'Invoke') return invoke(standIn, parameters);
  if (service === 'scf' && action === 'GetFunctionAddress') {
    mustHaveCode(account, parameters);
    return { Url: `${url}/code/${parameters.FunctionName}`, CodeSha256: '' };
  }
  const known = service === 'tcb' ? tcbActions : scfActions;
  const does = known[action];
  if (does === undefined) throw new Refused('InvalidAction', `no action ${service} ${action}`);
  return does(account, parameters);
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Calls of the interface, code to fetch, uploads to receive. */
async function route(
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
  answerCall: Answer,
): Promise<void> {
  const [, place = '', name = ''] = (request.url ?? '').split('/');
  if (place === 'code') {
    response.end(account.functions.get(name)?.zip);
  } else if (request.headers['x-tc-action'] === undefined) {
    receiveUpload(account, request, response, await bodyOf(request));
  } else {
    await answerCall(request, response);
  }
}

/** CloudBase's management interface on 127.0.0.1, as far as the library really asks it. */
export async function startStandIn(): Promise<StandIn> {
  const account = newAccount();
  const requests: Request[] = [];
  const faults: Fault[] = [];
  const lost: string[] = [];
  const standIn: StandIn = {
    url: '',
    account,
    ignorePermissions: false,
    invoke: async () => null,
    requests,
    plan: (fault) => void faults.push({ ...fault }),
    loseAnswer: (action) => void lost.push(action),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  const failPlanned = (action: string, response: ServerResponse): boolean => {
    const fault = faults.find((each) => each.action === action && each.times > 0);
    if (fault === undefined) return false;
    fault.times -= 1;
    if (fault.code !== 'hang up') throw new Refused(fault.code, `planned: ${fault.code}`);
    response.destroy();
    return true;
  };
  const answerCall = async (request: IncomingMessage, response: ServerResponse) => {
    const action = String(request.headers['x-tc-action']);
    const service = (request.url ?? '').slice(1);
    const parameters = JSON.parse((await bodyOf(request)).toString()) as Parameters;
    if (standIn.ignorePermissions) delete parameters.PermissionInfo;
    const call = { service, action, parameters };
    requests.push(call);
    const answer = { RequestId: `request-${requests.length}` };
    try {
      mustBeSigned(account, request);
      if (failPlanned(action, response)) return;
      Object.assign(answer, await answerOf(standIn, call));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      Object.assign(answer, { Error: { Code: error.code, Message: error.message } });
    }
    const at = lost.indexOf(action);
    if (at >= 0) {
      lost.splice(at, 1);
      response.destroy();
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ Response: answer }));
  };
  const server = createServer((request, response) => {
    route(account, request, response, answerCall).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}
