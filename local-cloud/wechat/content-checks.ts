import { randomUUID } from 'node:crypto';
import { accept, type OpenApiAnswer, type Parameters, refuse } from './answer';

/** A picture or sound handed in for checking; WeChat would push the verdict later. */
export type MediaCheck = { mediaUrl: string; openid: string; traceId: string };

export type ContentChecks = {
  /** security.msgSecCheck, version 2. */
  checkText(parameters: Parameters): OpenApiAnswer;
  /** security.mediaCheckAsync, version 2. */
  checkMedia(parameters: Parameters): OpenApiAnswer;
  mediaChecks(): MediaCheck[];
};

/** The one word that this stand-in finds fault with. */
const RISKY_WORD = '违禁词';
const CONTENT_MAXIMUM_CHARACTERS = 2500;
const KEPT_CHECKS = 1000;

function wrongScene({ version, scene, openid }: Parameters): OpenApiAnswer | null {
  if (version !== 2) return refuse(47001, 'version must be 2');
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) {
    return refuse(47001, 'invalid scene');
  }
  if (typeof openid !== 'string' || openid === '') return refuse(40003, 'invalid openid');
  return null;
}

export function createContentChecks(): ContentChecks {
  const checks: MediaCheck[] = [];
  return {
    checkText(parameters) {
      const wrong = wrongScene(parameters);
      if (wrong !== null) return wrong;
      const { content } = parameters;
      if (typeof content !== 'string' || content === '') return refuse(44004, 'empty content');
      if ([...content].length > CONTENT_MAXIMUM_CHARACTERS) {
        return refuse(45002, 'content size out of limit');
      }
      const risky = content.includes(RISKY_WORD);
      const result = risky ? { suggest: 'risky', label: 21000 } : { suggest: 'pass', label: 100 };
      const detail = [{ strategy: 'content_model', errcode: 0, prob: 90, ...result }];
      return accept({ result, detail, trace_id: randomUUID() });
    },
    checkMedia(parameters) {
      const wrong = wrongScene(parameters);
      if (wrong !== null) return wrong;
      const { media_url: mediaUrl, media_type: mediaType, openid } = parameters;
      if (typeof mediaUrl !== 'string' || !/^https?:\/\//.test(mediaUrl)) {
        return refuse(40006, 'invalid media url');
      }
      if (mediaType !== 1 && mediaType !== 2) return refuse(40004, 'invalid media_type');
      const traceId = randomUUID();
      checks.push({ mediaUrl, openid: String(openid), traceId });
      if (checks.length > KEPT_CHECKS) checks.shift();
      return accept({ trace_id: traceId });
    },
    mediaChecks: () => [...checks],
  };
}
