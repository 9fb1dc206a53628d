import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { dropOldDrafts } from './client/drafts';
import { useFontScale } from './client/font-scale';
import { dropOldPack } from './client/kept-pack';
import { restOutbox, startOutbox, wakeOutbox } from './client/outbox-pace';
import { useSession } from './client/session';
import { useToday } from './client/today';
import { watchUpdates } from './client/update';
import './app.scss';

/**
 * A scanned code is not read here: WeChat tells of it at each showing, also of one long opened, and
 * opens the page of a new code in the app that is in memory. The board page reads it.
 */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startOutbox();
    watchUpdates();
  });
  useDidShow(() => {
    useFontScale.getState().refresh();
    useSession
      .getState()
      .refresh()
      .then(() => useToday.getState().refresh());
    wakeOutbox();
    dropOldDrafts();
    dropOldPack();
  });
  useDidHide(restOutbox);
  return children;
}
