import type { TemplateName } from '../../contracts/messages';

export type { TemplateName };

/**
 * Messages: what people are told outside the app, by WeChat's one-time subscribe messages.
 *
 * - A move that somebody wants to hear of writes one document, in its own transaction and no read:
 *   it names the thing moved, never a word of it. What it says and to whom is found out when it is
 *   sent (`letters.ts`), from what is true then.
 * - Which moves follows from the workflow tables: the `tells` of a row, and its `due` for what
 *   waits for somebody now (`moved.ts`).
 * - A ticket is what WeChat gives for one tap on its question: one message of one template. A
 *   person's tickets are kept with the person (`tickets.ts`); WeChat's own count is the truth.
 * - `wechat.send-messages` takes the ticket, with a line in `told`, before it sends: at most once.
 * - Where no template is set up nothing of this is written. Nothing waits for a message.
 */
export type Message = {
  /** Made of what was moved and how often it was: one move, one message. */
  messageId: string;
  /** Always `town`: what is due is found by it. */
  townId: 'town';
  kind: MessageKind;
  /** The task, notice, household, record, request, life event or last day that it is about. */
  subjectId: string;
  /** Of `posted`: what was posted. */
  recordIds: string[];
  /** Who is told beside the household: who objected, recorded or asked to join. */
  personId: string | null;
  /** The state that the move led to; of a task, the step that it waits for. */
  state: string | null;
  /** When it was moved; of a task, since when it waits; of `lapsing`, the end of the last day. */
  atMs: number;
  /** Not looked at before. */
  dueAtMs: number;
  /** How often WeChat turned it away. */
  tries: number;
  /** Whose ticket was taken for it: they are not told again, whatever became of it. */
  told: string[];
  /** Of `lapsing`: everybody up to this person has been looked at. */
  reached: string | null;
};

/** What a move tells of. `to-do`: what waits for somebody now. */
export type MessageKind =
  | 'to-do'
  | 'on-notice'
  | 'posted'
  | 'refused'
  | 'objection-answered'
  /** Posted points were found wrong and taken back. */
  | 'reversed'
  | 'join-answered'
  | 'household-changed'
  | 'entry-answered'
  | 'helped'
  /** Somebody joined a household, or what it objected to is settled. */
  | 'household-told'
  /** A household's points are to be divided as its adults sign. */
  | 'to-sign'
  | 'lapsing';

/** So many messages of a template that WeChat will still let through. */
export type Ticket = { template: TemplateName; left: number };
