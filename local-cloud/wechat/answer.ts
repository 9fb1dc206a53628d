/** What an open API returns: JSON with WeChat's errcode (0 = done), or a file. */
export type OpenApiAnswer =
  | { kind: 'json'; value: Record<string, unknown> }
  | { kind: 'file'; contentType: string; content: Uint8Array };

export type Parameters = Record<string, unknown>;

/** A successful JSON answer. */
export function accept(value: Record<string, unknown> = {}): OpenApiAnswer {
  return { kind: 'json', value: { errcode: 0, errmsg: 'ok', ...value } };
}

/** WeChat's own refusal: a number of its global return codes and a short English text. */
export function refuse(errcode: number, errmsg: string): OpenApiAnswer {
  return { kind: 'json', value: { errcode, errmsg } };
}
