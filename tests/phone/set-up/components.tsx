import { createElement, type ReactNode } from 'react';

type Props = Record<string, unknown> & { children?: ReactNode };
type Typing = (event: { detail: { value: string } }) => void;

/** Names the DOM takes; the rest of Taro's props mean nothing here. */
function domProps(props: Props): Props {
  const known = ['className', 'style', 'onClick', 'role', 'src', 'children', 'defaultValue'];
  const kept = Object.entries(props).filter(
    ([name]) => known.includes(name) || name.startsWith('aria-') || name.startsWith('data-'),
  );
  return Object.fromEntries(kept);
}

const as = (tag: string) => (props: Props) => createElement(tag, domProps(props));

function typing(tag: 'input' | 'textarea') {
  return ({ onInput, placeholder, ...props }: Props & { onInput?: Typing; placeholder?: string }) =>
    createElement(tag, {
      ...domProps(props),
      placeholder,
      onChange: (event: { target: { value: string } }) =>
        onInput?.({ detail: { value: event.target.value } }),
    });
}

// Taro's base components as plain elements, for Testing Library in jsdom.
export const View = as('div');
export const Text = as('span');
export const ScrollView = as('div');
export const Button = as('button');
export const Image = ({ src, ...props }: Props) =>
  createElement('img', { ...domProps(props), src });
export const Input = typing('input');
export const Textarea = typing('textarea');
/** What is chosen comes with an input event: `new CustomEvent('input', { detail: { value } })`. */
export const Picker = ({ onChange, ...props }: Props & { onChange?: Typing }) =>
  createElement('div', {
    ...domProps(props),
    onInput: ({ nativeEvent }: { nativeEvent: { detail: { value: string } } }) =>
      onChange?.({ detail: nativeEvent.detail }),
  });
