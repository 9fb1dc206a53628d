import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** WeChat's 标准, in px: 16 on some phones, 17 on others. */
const standardPx = 16;
const largestStandardPx = 17;

/** How much the layout of each theme bears; 大字 reaches 30 px, as the standard for it asks. */
const largest = { normal: 1.3, elder: 1.4 };

/** Of the two that WeChat may tell, neither is there on every phone. */
type Told = { fontSizeScaleFactor?: number; fontSizeSetting?: number };

function factorOf({ fontSizeScaleFactor, fontSizeSetting }: Told): number {
  if (fontSizeScaleFactor && fontSizeScaleFactor > 0) return fontSizeScaleFactor;
  if (!fontSizeSetting || fontSizeSetting <= largestStandardPx) return 1;
  return fontSizeSetting / standardPx;
}

/** Letters are never smaller than ours, whatever WeChat's are. */
export function scaleOf(told: Told, elder: boolean): number {
  const most = elder ? largest.elder : largest.normal;
  return Math.round(Math.min(most, Math.max(1, factorOf(told))) * 100) / 100;
}

function askWeChat(): Told {
  if (process.env.TARO_ENV !== 'weapp') return {};
  try {
    return (Taro.getAppBaseInfo() ?? {}) as Told;
  } catch {
    return {};
  }
}

type FontScale = { told: Told; refresh: () => void };

/** The size of letters that somebody set in WeChat; it may change while the app is away. */
export const useFontScale = create<FontScale>((set) => ({
  told: askWeChat(),
  refresh: () => set({ told: askWeChat() }),
}));
