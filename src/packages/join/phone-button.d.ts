import type { ReactElement } from 'react';

/**
 * Lets the person hand over WeChat's one-use code for their phone number.
 * `onProblem` gets a sentence when there is none: why, and the way in without it.
 */
export function PhoneButton(props: {
  /** What the button says; to join, unless told. */
  label?: string;
  /** What is left to somebody who gives no number, where it is not joining. */
  otherwise?: string;
  onCode: (code: string) => void;
  onProblem: (message: string) => void;
  busy: boolean;
}): ReactElement;
