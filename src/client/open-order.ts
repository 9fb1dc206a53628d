import Taro from '@tarojs/taro';

export function openOrder(orderId: string): void {
  Taro.navigateTo({ url: `/packages/exchange/order/index?orderId=${orderId}` });
}
