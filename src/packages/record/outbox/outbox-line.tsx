import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { openPage } from '../../../client/open-page';
import { type OutboxItem, retryOutboxItem } from '../../../client/outbox';
import { openPhoto } from '../../../client/photos';
import { useSession } from '../../../client/session';
import { Card } from '../../../components/card';
import { PhotoStrip } from '../../../components/photo-strip';
import { openRecord } from '../../../components/record-line';
import { StateTag, type StateTone } from '../../../components/state-tag';
import { Tap } from '../../../components/tap';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { isForWhomOneActs } from '../form/use-mending';
import './outbox-line.scss';

type State = OutboxItem['state'];

const words: Record<State, { tone: StateTone; word: string }> = {
  waiting: { tone: 'waiting', word: '没上传' },
  sending: { tone: 'waiting', word: '正在传' },
  refused: { tone: 'stopped', word: '没收下' },
  done: { tone: 'done', word: '传上去了' },
};

/** What the state means for the points, and what to do about it. */
export function outboxSentence({ state, error }: OutboxItem): string {
  if (state === 'refused') return error?.message ?? '没有收下,没有记分。';
  if (state === 'done') return '已交上,等核对。';
  if (state === 'sending') return '正在传,传上去才算记分。';
  return error ? `还没记分。${error.message}` : '还没记分。有网时请再打开一次小程序,就接着传。';
}

type KeptPhotos = { addresses: string[]; lost: number };

/** Addresses of the photos kept for an item, and how many are gone from the phone. */
function useKeptPhotos({ photos, state }: OutboxItem): KeptPhotos {
  const [found, setFound] = useState<KeptPhotos>({ addresses: [], lost: 0 });
  const names = state === 'done' ? '' : photos.map((photo) => photo.kept).join('\n');
  useEffect(() => {
    let current = true;
    const kept = names === '' ? [] : names.split('\n');
    Promise.all(kept.map((name) => openPhoto(name).catch(() => null))).then((opened) => {
      const addresses = opened.filter((address) => address !== null);
      if (current) setFound({ addresses, lost: opened.length - addresses.length });
    });
    return () => {
      current = false;
    };
  }, [names]);
  return found;
}

function openToMend({ form, commandId }: OutboxItem): void {
  const page = form?.page ?? '';
  openPage(`${page}${page.includes('?') ? '&' : '?'}commandId=${commandId}`);
}

type Props = { item: OutboxItem; onRemove: () => void };

/** One thing that is only on this phone, by itself: the others do not wait for it. */
export function OutboxLine({ item, onRemove }: Props) {
  const { addresses, lost } = useKeptPhotos(item);
  const proxy = useSession((session) => session.proxy);
  const { tone, word } = words[item.state];
  const made = dayInWords(dayOf(item.madeAtMs), dayOf(Date.now()));
  return (
    <Card>
      <View className="outbox-line-head">
        <View className="outbox-line-label">{item.label}</View>
        <StateTag tone={tone} word={word} icon={item.state === 'waiting' ? 'upload' : undefined} />
      </View>
      <View className="outbox-line-note">{made}记在本机</View>
      <View className="outbox-line-sentence">{outboxSentence(item)}</View>
      {lost > 0 && <View className="outbox-line-sentence">有 {lost} 张照片在手机里找不到了。</View>}
      {addresses.length > 0 && <PhotoStrip photos={addresses} />}
      <View className="outbox-line-buttons">
        {item.state === 'done' && (
          <Tap className="outbox-line-button" onTap={() => openRecord(item.commandId)}>
            看这一条
          </Tap>
        )}
        {item.form && item.state === 'refused' && isForWhomOneActs(item, proxy) && (
          <Tap className="outbox-line-button" onTap={() => openToMend(item)}>
            改一改
          </Tap>
        )}
        {item.state === 'refused' && (
          <Tap className="outbox-line-button" onTap={() => retryOutboxItem(item.commandId)}>
            再交一次
          </Tap>
        )}
        {(item.state === 'refused' || item.state === 'waiting') && (
          <Tap className="outbox-line-button outbox-line-remove" onTap={onRemove}>
            不要了
          </Tap>
        )}
      </View>
    </Card>
  );
}
