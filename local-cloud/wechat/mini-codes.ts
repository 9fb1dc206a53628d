import QRCode from 'qrcode';
import { type OpenApiAnswer, type Parameters, refuse } from './answer';
import { drawPng } from './png';

const SCENE_PATTERN = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const PAGE_PATTERN = /^[^/?][^?]*$/;
const DEFAULT_WIDTH = 430;
const MINIMUM_WIDTH = 280;
const MAXIMUM_WIDTH = 1280;
/** White squares that a reader needs on every side (ISO/IEC 18004). */
const QUIET_ZONE = 4;

function drawCode(text: string, width: number): Buffer {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const scale = Math.floor(width / (modules.size + 2 * QUIET_ZONE));
  const margin = Math.floor((width - modules.size * scale) / 2);
  const toModule = (pixel: number) => Math.floor((pixel - margin) / scale);
  return drawPng(width, toModule, (x, y) => {
    const [column, row] = [toModule(x), toModule(y)];
    const inside = Math.min(column, row) >= 0 && Math.max(column, row) < modules.size;
    return inside && modules.get(row, column) === 1;
  });
}

/**
 * wxacode.getUnlimited: a PNG. WeChat draws its round code, which only WeChat can; this is a plain
 * QR code that holds the same scene.
 */
export function getUnlimited(parameters: Parameters): OpenApiAnswer {
  const { scene, page, width = DEFAULT_WIDTH } = parameters;
  if (typeof scene !== 'string' || !SCENE_PATTERN.test(scene)) {
    return refuse(40169, 'invalid length for scene, or the data is not json string');
  }
  if (page !== undefined && (typeof page !== 'string' || !PAGE_PATTERN.test(page))) {
    return refuse(41030, 'invalid page');
  }
  const asked = typeof width === 'number' ? width : DEFAULT_WIDTH;
  const pixels = Math.min(Math.max(asked, MINIMUM_WIDTH), MAXIMUM_WIDTH);
  const content = drawCode(scene, Math.round(pixels));
  return { kind: 'file', contentType: 'image/png', content };
}
