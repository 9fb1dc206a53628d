import QRCode from 'qrcode';
import { type OpenApiAnswer, type Parameters, refuse } from './answer';

const SCENE_PATTERN = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const PAGE_PATTERN = /^[^/?][^?]*$/;
const DEFAULT_WIDTH = 430;
const MINIMUM_WIDTH = 280;
const MAXIMUM_WIDTH = 1280;

/**
 * wxacode.getUnlimited: a PNG. WeChat draws its round code, which only WeChat can; this is a plain
 * QR code that holds the same scene.
 */
export async function getUnlimited(parameters: Parameters): Promise<OpenApiAnswer> {
  const { scene, page, width = DEFAULT_WIDTH } = parameters;
  if (typeof scene !== 'string' || !SCENE_PATTERN.test(scene)) {
    return refuse(40169, 'invalid length for scene, or the data is not json string');
  }
  if (page !== undefined && (typeof page !== 'string' || !PAGE_PATTERN.test(page))) {
    return refuse(41030, 'invalid page');
  }
  const asked = typeof width === 'number' ? width : DEFAULT_WIDTH;
  const pixels = Math.min(Math.max(asked, MINIMUM_WIDTH), MAXIMUM_WIDTH);
  const content = await QRCode.toBuffer(scene, { type: 'png', width: pixels });
  return { kind: 'file', contentType: 'image/png', content };
}
