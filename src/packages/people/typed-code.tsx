import { CodeTextSheet } from '../../components/code-text-sheet';

/** Where WeChat's scanner does not work, the code's text is pasted. H5 has the sheet anyway. */
export function TypedCode() {
  return process.env.TARO_ENV === 'weapp' ? <CodeTextSheet /> : null;
}
