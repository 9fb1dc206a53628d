import { View } from '@tarojs/components';
import { openPage } from '../client/open-page';
import './find-box.scss';
import { Icon } from './icon';
import { Tap } from './tap';

type Props = {
  /** What one says in it, as examples. */
  words: string;
  label: string;
  /** Only point items, of this village: what is found goes into the form one came from. */
  itemsOf?: string;
};

/** Looks like a field to type in; the words are typed on the page of the search. */
export function FindBox({ words, label, itemsOf }: Props) {
  const query = itemsOf === undefined ? '' : `?view=items&villageId=${itemsOf}`;
  const open = () => {
    openPage(`/packages/find/index${query}`);
  };
  return (
    <Tap className="find-box" label={`${label},${words}`} onTap={open}>
      <Icon name="search" tone="green" />
      <View className="find-box-words">{words}</View>
    </Tap>
  );
}
