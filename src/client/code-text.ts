import { create } from 'zustand';

type CodeText = { answer: ((text: string | null) => void) | null; why: string };

const noScanner = '这台设备不能扫码。请把码上的文字贴在这里。';

/** Whether the sheet for typing a code's text is open, and what it says. */
export const useCodeText = create<CodeText>(() => ({ answer: null, why: noScanner }));

/**
 * Opens the sheet; answers what was typed, or null when it was closed. It shows on every page of
 * H5, in WeChat where a page has it.
 * @param why what is wrong with scanning, and where the text comes from
 */
export function askForCodeText(why = noScanner): Promise<string | null> {
  useCodeText.getState().answer?.(null);
  return new Promise((resolve) => {
    useCodeText.setState({
      why,
      answer(text) {
        useCodeText.setState({ answer: null });
        resolve(text);
      },
    });
  });
}
