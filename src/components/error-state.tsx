import { View } from '@tarojs/components';
import { isOffline } from '../client/trouble';
import type { EnvelopeError } from '../contracts/contract';
import { aria } from './aria';
import './error-state.scss';
import { Icon } from './icon';
import { Tap } from './tap';

type Props = { error: EnvelopeError; onRetry?: () => void };

/** Why there is nothing to see, in the server's own sentence, and a way to try again. */
export function ErrorState({ error, onRetry }: Props) {
  return (
    <View className="error-state" {...aria('alert')}>
      <Icon name={isOffline(error) ? 'offline' : 'warning'} size="large" />
      <View className="error-state-text">{error.message}</View>
      {onRetry && (
        <Tap className="error-state-retry" onTap={onRetry}>
          再试一次
        </Tap>
      )}
    </View>
  );
}

/** A refusal beside what was being done; what was typed stays. */
export function ErrorNote({ error }: { error: EnvelopeError | null }) {
  if (!error) return null;
  return (
    <View className="error-note" {...aria('alert')}>
      <Icon name={isOffline(error) ? 'offline' : 'warning'} tone="red" />
      <View className="error-note-text">{error.message}</View>
    </View>
  );
}
