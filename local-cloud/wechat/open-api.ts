import { PlatformFailure } from '../platform-failure';
import type { OpenApiAnswer, Parameters } from './answer';
import { createContentChecks, type MediaCheck } from './content-checks';
import { getUnlimited } from './mini-codes';
import { createPhoneNumbers } from './phone-numbers';
import type { MessageTemplate } from './subscribe-messages';
import { createSubscribeMessages, type SubscribeMessages } from './subscribe-messages';
import { type OpenApiRequest, readRequest, writeOpenData, writeReply } from './wire';

/** The function that asks; null when the request carries no running function's token. */
export type OpenApiCaller = { functionName: string; openApis: string[] } | null;

export type OpenApi = {
  /** Action wx.openApi (wx-server-sdk): protobuf in and out. Throws for broken bytes. */
  callProtobuf(apiName: string, request: Uint8Array, caller: OpenApiCaller): Promise<Uint8Array>;
  /** Action wx.api (node-sdk): JSON text in, JSON text out. Throws for broken JSON. */
  callJson(apiName: string, request: string, caller: OpenApiCaller): Promise<string>;
  /** What a phone and a test do to subscribe messages beside sending them. */
  messages: Omit<SubscribeMessages, 'send'>;
  mediaChecks(): MediaCheck[];
};

const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const ILLEGAL_SOURCE = -604104;
const INVALID_CLOUD_ID = -601005;

function toSnakeCase(parameters: object): Parameters {
  const entries = Object.entries(parameters).map(([key, value]) => {
    return [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value];
  });
  return Object.fromEntries(entries);
}

function readJson(request: string): Parameters {
  try {
    const value: unknown = request === '' ? {} : JSON.parse(request);
    if (typeof value === 'object' && value !== null) return toSnakeCase(value);
  } catch {
    // Falls through to the one refusal below.
  }
  throw new PlatformFailure('INVALID_PARAM', 'requestData is not a JSON object');
}

function readBytes(bytes: Uint8Array): OpenApiRequest {
  try {
    return readRequest(bytes);
  } catch {
    throw new PlatformFailure('INVALID_PARAM', 'requestData is no message of an open API');
  }
}

/**
 * WeChat's server-side APIs as far as this stand-in goes; the clock is the cloud's.
 * @param templates of subscribe messages that the mini-program was given
 */
export function createOpenApi(nowMs: () => number, templates: readonly MessageTemplate[]): OpenApi {
  const phoneNumbers = createPhoneNumbers(nowMs);
  const subscribeMessages = createSubscribeMessages(nowMs, templates);
  const contentChecks = createContentChecks();
  type Api = (parameters: Parameters) => OpenApiAnswer | Promise<OpenApiAnswer>;
  const apis = new Map<string, Api>([
    ['phonenumber.getPhoneNumber', phoneNumbers.getPhoneNumber],
    ['wxacode.getUnlimited', getUnlimited],
    ['subscribeMessage.send', subscribeMessages.send],
    ['security.msgSecCheck', contentChecks.checkText],
    ['security.mediaCheckAsync', contentChecks.checkMedia],
  ]);

  /** The gateway's own refusal; 0 when the call may go on. */
  const refusal = (apiName: string, caller: OpenApiCaller): number => {
    if (caller === null) return ILLEGAL_SOURCE;
    if (!apis.has(apiName)) return NOT_FOUND;
    return caller.openApis.includes(apiName) ? 0 : NO_PERMISSION;
  };
  const call = async (apiName: string, parameters: Parameters): Promise<OpenApiAnswer> => {
    const api = apis.get(apiName);
    if (api === undefined) throw new PlatformFailure('INVALID_PARAM', `no such api: ${apiName}`);
    return api(parameters);
  };
  const openData = (cloudIds: string[]): Uint8Array =>
    writeOpenData(
      cloudIds.map((cloudId) => {
        const data = phoneNumbers.openCloudId(cloudId);
        const failed = { errCode: INVALID_CLOUD_ID, errMsg: 'invalid cloudID' };
        const opened = data === null ? failed : { data };
        return { cloudId, json: JSON.stringify({ cloudID: cloudId, ...opened }) };
      }),
    );

  return {
    async callProtobuf(apiName, bytes, caller) {
      const request = readBytes(bytes);
      if (request.kind === 'open-data') {
        if (caller === null) return writeReply({ errorCode: ILLEGAL_SOURCE });
        return writeReply({ respData: openData(request.cloudIds) });
      }
      const errorCode = refusal(apiName, caller);
      if (errorCode !== 0) return writeReply({ errorCode });
      const answer = await call(apiName, request.parameters);
      if (answer.kind === 'file') {
        return writeReply({ contentType: answer.contentType, respData: answer.content });
      }
      const respData = Buffer.from(JSON.stringify(answer.value));
      return writeReply({ contentType: 'application/json', respData });
    },
    async callJson(apiName, text, caller) {
      const errcode = refusal(apiName, caller);
      if (errcode !== 0) return JSON.stringify({ errcode, errmsg: `error code: ${errcode}` });
      const answer = await call(apiName, readJson(text));
      if (answer.kind === 'json') return JSON.stringify(answer.value);
      const buffer = Buffer.from(answer.content).toString('base64');
      return JSON.stringify({ errcode: 0, contentType: answer.contentType, buffer });
    },
    messages: subscribeMessages,
    mediaChecks: contentChecks.mediaChecks,
  };
}
