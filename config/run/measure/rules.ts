/** What holds for a page of each theme, in CSS px on a phone 360 px wide. */
export type Rules = {
  /** Width and height of what is tapped. */
  target: number;
  /** Running text, and whatever stands on what is tapped. */
  body: number;
  /** Anything that is read, notes and labels too. */
  smallest: number;
  /** Distance of lines as a multiple of their letters. */
  lineSpacing: number;
  contrast: number;
};

export type Theme = 'normal' | 'elder';

/** 工信部 APP适老化通用设计规范 and the look of the project; `elder` is 大字. */
export const rulesOf: Record<Theme, Rules> = {
  normal: { target: 44, body: 17, smallest: 15, lineSpacing: 1.2, contrast: 4.5 },
  elder: { target: 60, body: 22, smallest: 18, lineSpacing: 1.3, contrast: 4.5 },
};
