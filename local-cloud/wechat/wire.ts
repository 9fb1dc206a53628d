import { Field, Root, Type } from 'protobufjs/light';

/**
 * The protobuf messages in which wx-server-sdk wraps an open-API call; field numbers as in its own
 * generated code (wx-server-sdk 4.0.2, src/protobuf/openapi).
 */
const root = new Root();

function define(name: string, ...fields: [string, number, string, 'repeated'?][]): Type {
  const type = new Type(name);
  for (const [field, id, kind, rule] of fields) type.add(new Field(field, id, kind, rule));
  root.add(type);
  return type;
}

define('Pair', ['key', 1, 'string'], ['value', 2, 'bytes'], ['contenttype', 3, 'string']);
define('OpenApiData', ['pairs', 1, 'Pair', 'repeated']);
define('SvrkitData', ['apiName', 1, 'string'], ['reqData', 2, 'bytes']);
define('OpenDataItem', ['cloudId', 1, 'string'], ['json', 2, 'string']);
const Request = define(
  'Request',
  ['apiType', 1, 'int32'],
  ['openapiData', 2, 'OpenApiData'],
  ['svrkitData', 4, 'SvrkitData'],
);
const Response = define(
  'Response',
  ['respData', 1, 'bytes'],
  ['contentType', 2, 'string'],
  ['errorCode', 3, 'int32'],
  ['httpCode', 4, 'uint32'],
  ['svrkitErrorCode', 6, 'int32'],
);
const OpenDataRequest = define('OpenDataRequest', ['cloudidList', 2, 'string', 'repeated']);
const OpenDataResponse = define('OpenDataResponse', ['dataList', 1, 'OpenDataItem', 'repeated']);

type Pair = { key: string; value: Uint8Array; contenttype?: string };
type RequestMessage = {
  openapiData?: { pairs?: Pair[] };
  svrkitData?: { apiName: string; reqData: Uint8Array };
};

/** What a function asked for: parameters of an open API, or cloud ids to be opened. */
export type OpenApiRequest =
  | { kind: 'open-api'; parameters: Record<string, unknown> }
  | { kind: 'open-data'; cloudIds: string[] };

/** Reads one request; throws when the bytes are no such message. */
export function readRequest(bytes: Uint8Array): OpenApiRequest {
  const { openapiData, svrkitData } = decode(Request, bytes) as RequestMessage;
  if (svrkitData !== undefined) {
    const { cloudidList } = decode(OpenDataRequest, svrkitData.reqData) as {
      cloudidList?: string[];
    };
    return { kind: 'open-data', cloudIds: cloudidList ?? [] };
  }
  const parameters: Record<string, unknown> = {};
  for (const { key, value, contenttype } of openapiData?.pairs ?? []) {
    // Files keep their bytes; everything else is JSON, one value per pair.
    parameters[key] = contenttype ? value : JSON.parse(Buffer.from(value).toString());
  }
  return { kind: 'open-api', parameters };
}

function decode(type: Type, bytes: Uint8Array): object {
  return type.toObject(type.decode(bytes), { bytes: Buffer });
}

export type OpenApiReply = {
  respData?: Uint8Array;
  contentType?: string;
  /** A refusal by WeChat's gateway itself, such as -604101. */
  errorCode?: number;
};

export function writeReply(reply: OpenApiReply): Uint8Array {
  return Response.encode(Response.create({ httpCode: 200, ...reply })).finish();
}

export function writeOpenData(items: { cloudId: string; json: string }[]): Uint8Array {
  return OpenDataResponse.encode(OpenDataResponse.create({ dataList: items })).finish();
}
