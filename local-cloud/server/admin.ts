import { randomUUID } from 'node:crypto';
import type { Credentials } from '../environment';
import type { FunctionHost } from '../functions/host';
import { NoAnswer, type Platform, TurnedAway } from '../platform/platform';
import { PlatformFailure, toPlatformFailure } from '../platform-failure';
import type { Protocol } from '../protocol';
import type { StorageService } from '../storage/service';
import type { OpenApi, OpenApiCaller } from '../wechat/open-api';
import { readMultipart } from './multipart';

export type AdminOptions = {
  platform: Platform;
  credentials: Credentials;
  host: FunctionHost;
  storage: StorageService;
  openApi: OpenApi;
  database: Protocol;
  log: (event: Record<string, unknown>) => void;
};

export type AdminRequest = { contentType: string; authorization: string; body: Buffer };
export type AdminAnswer = { contentType: string; body: string | Uint8Array };
export type Admin = {
  /** @throws NoAnswer where the connection is to be cut */
  handle(request: AdminRequest): Promise<AdminAnswer>;
};

type Body = Record<string, unknown>;

// The SDK tells an error of wx.openApi from its bytes by exactly this text.
const JSON_TYPE = 'application/json; charset=utf-8';

function checkCredentials({ secretId, secretKey }: Credentials, authorization: string): void {
  const signed = authorization.includes(`Credential=${secretId}/`);
  if (signed || authorization === `Bearer ${secretKey}`) return;
  const text = 'unknown secret id: use the environment this cloud printed when it started';
  throw new PlatformFailure('SIGN_PARAM_INVALID', text);
}

function readBody({ contentType, body }: AdminRequest): { body: Body; bytes: Buffer } {
  if (contentType.startsWith('multipart/form-data')) {
    const parts = readMultipart(contentType, body);
    const bytes = parts.get('requestData')?.content ?? Buffer.alloc(0);
    parts.delete('requestData');
    const fields = [...parts].map(([name, { content }]) => [name, content.toString()]);
    return { body: Object.fromEntries(fields), bytes };
  }
  const value: unknown = (() => {
    try {
      return JSON.parse(body.toString());
    } catch {
      return null;
    }
  })();
  if (typeof value !== 'object' || value === null) {
    throw new PlatformFailure('INVALID_PARAM', 'the request is not a JSON object');
  }
  return { body: value as Body, bytes: Buffer.alloc(0) };
}

/** The endpoint all calls of the server SDKs go to; everything is told apart by "action". */
export function createAdmin(options: AdminOptions): Admin {
  const { host, storage, openApi } = options;

  const caller = (body: Body): OpenApiCaller => {
    const running = host.runningRequest(String(body.wxCloudApiToken ?? ''));
    if (running === null) return null;
    const { functionName } = running;
    return { functionName, openApis: host.definition(functionName)?.openApis ?? [] };
  };
  const invokeFunction = async (body: Body): Promise<Body> => {
    // A function called by a function sees the same WeChat user as its caller does.
    const running = host.runningRequest(String(body.wxCloudApiToken ?? ''));
    const openid = running?.openid ?? null;
    const source = openid === null ? 'scf' : 'wx_client,scf';
    const event = String(body.request_data ?? '') || '{}';
    const answer = await host.invoke(String(body.function_name), event, { openid, source });
    return { data: { response_data: answer } };
  };
  const userInfo = (body: Body): Body => {
    const text = `user not found: ${String(body.uuid ?? body.platformId ?? '')}`;
    throw new PlatformFailure('INVALID_PARAM', text);
  };
  const route = async (body: Body): Promise<Body> => {
    const action = String(body.action ?? '');
    if (action.startsWith('database.')) return options.database.handle(body);
    if (action === 'functions.invokeFunction') return invokeFunction(body);
    if (action === 'wx.api') {
      const request = String(body.requestData ?? '');
      const responseData = await openApi.callJson(String(body.apiName), request, caller(body));
      return { data: { responseData } };
    }
    if (action === 'auth.getUserInfoForAdmin') return userInfo(body);
    const stored = await storage.handle(body);
    if (stored !== null) return stored;
    throw new PlatformFailure('INVALID_ACTION', `unknown action: ${action}`);
  };
  const openApiBytes = async (body: Body, bytes: Buffer): Promise<AdminAnswer> => {
    const reply = await openApi.callProtobuf(String(body.apiName), bytes, caller(body));
    return { contentType: 'application/octet-stream', body: reply };
  };

  return {
    async handle(request) {
      const requestId = randomUUID();
      try {
        checkCredentials(options.credentials, request.authorization);
        const { body, bytes } = readBody(request);
        const work = async (): Promise<AdminAnswer> => {
          if (body.action === 'wx.openApi') return openApiBytes(body, bytes);
          const answer = await route(body);
          return { contentType: JSON_TYPE, body: JSON.stringify({ requestId, ...answer }) };
        };
        const spoil = () => options.database.abort(body);
        return await options.platform.carry(String(body.action ?? ''), work, spoil);
      } catch (error) {
        if (error instanceof NoAnswer) throw error;
        const { code, message } = error instanceof TurnedAway ? error : toPlatformFailure(error);
        if (code === 'SYS_ERR') {
          options.log({ event: 'admin-error', requestId, message: (error as Error).message });
        }
        return { contentType: JSON_TYPE, body: JSON.stringify({ code, message, requestId }) };
      }
    },
  };
}
