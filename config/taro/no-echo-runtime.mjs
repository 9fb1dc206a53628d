/**
 * Bundled into the WeChat build's taro.js. Taro sends every letter that is typed back to the field
 * by setData, whether or not the page asked for it. The echo comes late on a slow phone, over the
 * letters typed meanwhile. Here Taro notes what stands in the field and sends nothing.
 */
import { FormElement, TaroElement } from '@tarojs/runtime';

/**
 * @this {FormElement}
 * @param {import('@tarojs/runtime').TaroEvent} event
 */
FormElement.prototype.dispatchEvent = function noteOnly(event) {
  const changes = event.type === 'input' || event.type === 'change';
  if (event.mpEvent && changes) this.props.value = event.mpEvent.detail.value;
  return TaroElement.prototype.dispatchEvent.call(this, event);
};
