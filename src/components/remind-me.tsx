import { useRef, useState } from 'react';
import { askReminders, remindersFor } from '../client/ask-reminders';
import { useSession } from '../client/session';
import type { TemplateName } from '../contracts/messages';
import { Card } from './card';
import { Line } from './line';

type Props = {
  title: string;
  /** What one wants to hear of. */
  about: readonly TemplateName[];
};

/** Lets WeChat tell how it went on; says how often it still will. */
export function RemindMe({ title, about }: Props) {
  const reminders = useSession((session) => session.reminders);
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const asked = remindersFor(reminders, about);
  if (asked.length === 0) return null;
  const left = asked.reduce((sum, each) => sum + each.left, 0);
  const ask = async () => {
    if (busy.current) return;
    busy.current = true;
    setProblem(await askReminders(asked));
    busy.current = false;
  };
  const words = left > 0 ? `还能提醒 ${left} 次` : '在微信里提醒,点一次加一次';
  return (
    <Card flush>
      <Line icon="notice" title={title} note={problem ?? words} onTap={ask} />
    </Card>
  );
}
