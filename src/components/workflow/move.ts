import type { Answer } from '../../client/call';

/** One way to move an instance of a workflow: a button, what is asked before, how it is done. */
export type Move<State extends string = string> = {
  key: string;
  label: string;
  title: string;
  /** What it leads to. */
  text: string;
  tone: 'primary' | 'plain' | 'danger';
  reason: 'needed' | 'offered' | 'none';
  /** Reasons that come up often: tapped instead of typed. */
  reasons: readonly string[];
  send: (subjectId: string, reason: string, commandId: string) => Promise<Answer<{ state: State }>>;
};
