import { createElement, type ReactNode } from 'react';

type ButtonProps = Record<string, unknown> & {
  children?: ReactNode;
  disabled?: boolean;
  loading?: boolean;
  onClick?: () => void;
};

/** What the app uses of NutUI, without its animations. */
export const nutuiStub = {
  __esModule: true,
  Button: ({ children, disabled, loading, onClick }: ButtonProps) =>
    createElement('button', { type: 'button', disabled: disabled || loading, onClick }, children),
  Popup: ({ visible, children }: { visible: boolean; children?: ReactNode }) =>
    visible ? createElement('div', {}, children) : null,
  Switch: ({ checked }: { checked: boolean }) =>
    createElement('input', { type: 'checkbox', checked, readOnly: true, 'aria-hidden': true }),
};
