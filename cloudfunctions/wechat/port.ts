import type { VouchedNumber } from '../../src/domain/people/phone-number';

/** What the product needs of WeChat's open APIs. */
export type WeChat = {
  /** The number behind a one-use code, of whatever country. @throws WeChatError */
  phoneNumber(code: string): Promise<VouchedNumber>;
  /** A mini-program code that opens the board with a scene. @throws WeChatError */
  miniProgramCode(scene: string): Promise<{ content: Uint8Array; contentType: string }>;
  /** False where WeChat finds a risk in what this user writes. @throws WeChatError */
  isFit(text: string, openid: string): Promise<boolean>;
  /** Sends one subscribe message, against a ticket. @throws WeChatError */
  send(message: OutgoingMessage): Promise<void>;
};

export type OutgoingMessage = {
  openid: string;
  templateId: string;
  /** What a tap on it opens. */
  page: string;
  data: Record<string, { value: string }>;
};

/** WeChat said no, or could not be reached; `codeIsStale` when another code may work. */
export class WeChatError extends Error {
  override name = 'WeChatError';
  constructor(
    readonly codeIsStale: boolean,
    readonly wechatCode: number | null,
  ) {
    super(`WeChat answered ${wechatCode ?? 'nothing'}`);
  }
}
