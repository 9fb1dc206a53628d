/** Runtime half of the aria plugin; bundled into the WeChat build's taro.js. */
import { mergeInternalComponents } from '@tarojs/shared';
import { ariaComponents } from './aria-components.mjs';

mergeInternalComponents(ariaComponents());
