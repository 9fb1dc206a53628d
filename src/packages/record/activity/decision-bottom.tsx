import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-state';
import '../../../components/workflow/move-buttons.scss';
import type { TogetherStep } from './together-step';
import type { Decision } from './use-decision';

function wordsOf({ except, open }: Decision): string {
  if (except.length === open.length) return `${open.length} 户都不同意`;
  return `${except.length} 户不同意,其余同意`;
}

/** Agrees to all, or takes some out: the reason stands above them. */
export function DecisionBottom({ step, decision }: { step: TogetherStep; decision: Decision }) {
  const { open, taking, choose, except, reason, send, busy, error } = decision;
  if (open.length === 0) return null;
  const isMissing = except.length === 0 || reason.trim() === '';
  return (
    <View>
      <ErrorNote error={error} />
      <View className="move-buttons">
        <Button className="move-button" onTap={() => choose(!taking)}>
          {taking ? '先不挑' : '挑出几户'}
        </Button>
        {taking ? (
          <Button
            className="move-button"
            tone="danger"
            busy={busy}
            disabled={isMissing}
            onTap={send}
          >
            {wordsOf(decision)}
          </Button>
        ) : (
          <Button className="move-button" tone="primary" busy={busy} onTap={send}>
            {open.length === 1 ? '同意这 1 户' : `全部同意 ${open.length} 户`}
          </Button>
        )}
      </View>
      {!taking && <View className="activity-agreed">{step.agreed}</View>}
    </View>
  );
}
