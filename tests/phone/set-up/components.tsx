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

/** Taro's base components as plain elements, for Testing Library in jsdom. */
export const componentsStub = {
  __esModule: true,
  View: as('div'),
  Text: as('span'),
  ScrollView: as('div'),
  Button: as('button'),
  Image: ({ src, ...props }: Props) => createElement('img', { ...domProps(props), src }),
  Input: typing('input'),
  Textarea: typing('textarea'),
  Picker: as('div'),
};
