import { View } from '@tarojs/components';
import { ErrorNote } from './error-state';
import { Tap } from './tap';
import './more-button.scss';
import type { Pages } from '../client/use-pages';

type Props = { pages: Pages<unknown, unknown>; label: string };

/** Below a list of which there is more. A button, not endless scrolling: one sees where it ends. */
export function MoreButton({ pages, label }: Props) {
  return (
    // A place of its own: when the button goes, the list above it is not sent again.
    <View>
      {pages.more && (
        <>
          <ErrorNote error={pages.error} />
          <Tap className="more-button" onTap={pages.loadMore} disabled={pages.busy}>
            {pages.busy ? '正在打开' : label}
          </Tap>
        </>
      )}
    </View>
  );
}
