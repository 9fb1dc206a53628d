import { create } from 'zustand';

type CodeText = { answer: ((text: string | null) => void) | null };

/** Whether the sheet for typing a code's text is open; `Page` shows it on H5. */
export const useCodeText = create<CodeText>(() => ({ answer: null }));

/** Opens the sheet; answers what was typed, or null when it was closed. */
export function askForCodeText(): Promise<string | null> {
  useCodeText.getState().answer?.(null);
  return new Promise((resolve) => {
    useCodeText.setState({
      answer(text) {
        useCodeText.setState({ answer: null });
        resolve(text);
      },
    });
  });
}
