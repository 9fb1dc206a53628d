import type { ReactElement } from 'react';

/** Lets the person hand over WeChat's one-use code for their phone number. */
export function PhoneButton(props: { onCode: (code: string) => void; busy: boolean }): ReactElement;
