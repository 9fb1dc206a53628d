import Taro from '@tarojs/taro';

export function whenOnline(tell: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) tell();
  });
}
