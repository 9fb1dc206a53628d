import { type WeChat, WeChatError } from './port';

/** 40029: invalid code; 40163: code been used. */
const staleCodes = new Set([40029, 40163]);
/** What is written here is closest to WeChat's 评论, the second of its four scenes. */
const commentScene = 2;
/** Where a scanned code opens. */
const page = 'pages/board/index';

/** Sharp enough for a door: 180 dots to the inch where it is twelve centimetres wide. */
const codePixels = 860;

type PhoneAnswer = { phoneInfo?: { purePhoneNumber?: string; countryCode?: string } };
type CheckAnswer = { result?: { suggest?: string } };
type FileAnswer = { buffer?: Uint8Array; contentType?: string };
type Sdk = typeof import('wx-server-sdk');

let loaded: Promise<Sdk> | null = null;

/** Loaded when first used: the SDK is by far the largest part of this function. */
async function loadSdk(): Promise<Sdk> {
  loaded ??= import('wx-server-sdk').then((module) => {
    const sdk = ('default' in module ? module.default : module) as Sdk;
    sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string });
    return sdk;
  });
  return loaded;
}

async function asking<Answer>(ask: (sdk: Sdk) => Promise<Answer>): Promise<Answer> {
  const sdk = await loadSdk();
  try {
    return await ask(sdk);
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    const code = typeof errCode === 'number' ? errCode : null;
    throw new WeChatError(code !== null && staleCodes.has(code), code);
  }
}

/** WeChat's open APIs through the unmodified wx-server-sdk. */
export const wechatSdk: WeChat = {
  async phoneNumber(code) {
    const answer = await asking<PhoneAnswer>((sdk) =>
      sdk.openapi.phonenumber.getPhoneNumber({ code }),
    );
    const { purePhoneNumber, countryCode } = answer.phoneInfo ?? {};
    if (!purePhoneNumber) throw new WeChatError(false, null);
    return { countryCode: String(countryCode ?? ''), number: purePhoneNumber };
  },
  async miniProgramCode(scene) {
    const answer = await asking<FileAnswer>((sdk) =>
      sdk.openapi.wxacode.getUnlimited({ scene, page, checkPath: false, width: codePixels }),
    );
    if (!answer.buffer?.length) throw new WeChatError(false, null);
    return { content: answer.buffer, contentType: answer.contentType ?? 'image/jpeg' };
  },
  /** msgSecCheck, version 2; `review` is left to the people of the village, who look anyway. */
  async isFit(content, openid) {
    const answer = await asking<CheckAnswer>((sdk) =>
      sdk.openapi.security.msgSecCheck({ version: 2, scene: commentScene, openid, content }),
    );
    if (answer.result?.suggest === undefined) throw new WeChatError(false, null);
    return answer.result.suggest !== 'risky';
  },
  async send({ openid, ...message }) {
    await asking((sdk) => sdk.openapi.subscribeMessage.send({ touser: openid, ...message }));
  },
};
