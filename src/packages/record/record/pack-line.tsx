import { View } from '@tarojs/components';
import { useState } from 'react';
import { type AboutPack, useOfflinePack } from '../../../client/kept-pack';
import { updatePack } from '../../../client/offline-pack';
import { Card } from '../../../components/card';
import { momentInWords } from '../../../components/days';
import { ErrorNote } from '../../../components/error-state';
import { Line } from '../../../components/line';
import type { EnvelopeError } from '../../../contracts/contract';

/** `312 户 · 182 KB · 今天 8:20 存的` */
export function packInWords({ households, bytes, keptAtMs, withUses }: AboutPack): string {
  const size = `${Math.max(1, Math.round(bytes / 1000))} KB`;
  const facts = [`${households} 户`, size, `${momentInWords(keptAtMs)} 存的`].join(' · ');
  return withUses ? facts : `${facts}。太大了,没网时看不到兑换分还剩多少。`;
}

/** What this phone records by without network: how much, how old, and how to have it anew. */
export function PackLine({ villageId }: { villageId: string }) {
  const about = useOfflinePack((kept) => kept.about);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    setError(await updatePack(villageId));
    setBusy(false);
  };
  const isHere = about !== null && about.villageId === villageId;
  return (
    <View>
      <Card flush>
        <Line
          icon="house"
          title="没网时用的户册"
          note={isHere ? `${packInWords(about)}。存 7 天。` : '还没存。有网时点“更新”。'}
          extra={busy ? '正在存' : '更新'}
          onTap={ask}
        />
      </Card>
      <ErrorNote error={error} />
    </View>
  );
}
