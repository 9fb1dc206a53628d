import { View } from '@tarojs/components';
import type { DraftOffer } from '../client/use-draft';
import { ButtonRow } from './button-row';
import { Card } from './card';
import { momentInWords } from './days';
import './draft-card.scss';

type Props<Value> = {
  draft: DraftOffer<Value>;
  /** What it was about, where the form does not say. */
  about?: (value: Value) => string | null;
};

/** What was left in this form before, and what could not be kept of it. */
export function DraftCard<Value>({ draft, about }: Props<Value>) {
  const { found, lostPhotos, kept } = draft;
  const photos = found && found.photos > 0 ? `照片 ${found.photos} 张` : null;
  const facts = found && [momentInWords(found.atMs), about?.(found.value), photos];
  return (
    // A place of its own: when the card goes, the form below it is not sent again.
    <View>
      {found && facts && (
        <Card tone="blue">
          <View>上次没填完</View>
          <View className="draft-card-when">{facts.filter(Boolean).join(' · ')}</View>
          <ButtonRow
            choices={[
              { words: '不要了', onTap: found.throwAway },
              { words: '接着填', usual: true, onTap: found.goOn },
            ]}
          />
        </Card>
      )}
      {lostPhotos > 0 && <Card tone="red">有 {lostPhotos} 张照片在手机里找不到了,请重新拍。</Card>}
      {!kept && <Card tone="red">手机空间满了,填的存不下。这次填完、交上,再离开。</Card>}
    </View>
  );
}
