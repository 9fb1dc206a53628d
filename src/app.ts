import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { openScene } from './client/open-scene';
import { sendOutbox } from './client/outbox';
import { useSession } from './client/session';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(({ query }) => {
    const { scene } = query ?? {};
    if (typeof scene === 'string' && scene !== '') openScene(scene);
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) sendOutbox();
    });
  });
  useDidShow(() => {
    useSession.getState().refresh();
    sendOutbox();
  });
  return children;
}
