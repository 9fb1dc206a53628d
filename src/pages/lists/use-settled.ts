import { useEffect, useState } from 'react';

const settleMs = 350;

/** What was typed, once the person stops typing: one question to the cloud, not one a letter. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
