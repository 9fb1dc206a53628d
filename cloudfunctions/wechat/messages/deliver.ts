import { type Letter, templateOf } from '../../../src/domain/messages/letters';
import { goneAtMs } from '../../../src/domain/messages/moved';
import { dataOf } from '../../../src/domain/messages/templates';
import {
  ticketsLeft,
  withoutTicket,
  withTicket,
  withTickets,
} from '../../../src/domain/messages/tickets';
import type { Message } from '../../../src/domain/messages/types';
import type { Person } from '../../../src/domain/people/types';
import type { RunContext } from '../../runtime/define-action';
import { loadPerson, savePerson } from '../../runtime/persons';
import { type WeChat, WeChatError } from '../port';
import { findCandidates } from './find-candidates';
import { readLetter } from './read-letter';
import { type Fate, fateOf } from './send-fate';

export type Post = Pick<RunContext<object>, 'store' | 'nowMs' | 'hasTime' | 'templates'> & {
  wechat: WeChat;
};
/** What became of a message for now: done with, or left for a later call. */
export type Delivery = { isDone: boolean; refusedWith: number | null };

const mostTries = 3;
const pauseMs = 10 * 60_000;
/** Behind every person. */
const beyondAll = '~';

type Taken = { openid: string; letter: Letter };

/**
 * Takes somebody's ticket and writes down that they are told, in one transaction: whoever sends
 * next finds both. Cut off behind it, they are not told at all; never twice.
 */
function take({ store, nowMs }: Post, message: Message, personId: string): Promise<Taken | null> {
  const { messageId, reached } = message;
  return store.transact(async (tx) => {
    const current = await tx.get<Message>('messages', messageId);
    if (!current || current.reached !== reached || current.told.includes(personId)) return null;
    const person = await loadPerson(tx, personId);
    const template = templateOf[current.kind];
    if (!person || ticketsLeft(person, template) === 0) return null;
    const letter = await readLetter(tx, current, person, nowMs);
    if (!letter) return null;
    savePerson(tx, withoutTicket(person, template));
    tx.set('messages', messageId, { ...current, told: [...current.told, personId] });
    return { openid: person.openid, letter };
  });
}

function changeTickets(
  { store }: Post,
  personId: string,
  change: (person: Person) => Person,
): Promise<void> {
  return store.transact(async (tx) => {
    const person = await loadPerson(tx, personId);
    const changed = person && change(person);
    if (changed && changed !== person) savePerson(tx, changed);
  });
}

type Sent = { fate: Fate | 'not-theirs'; wechatCode: number | null };

async function tellOne(post: Post, message: Message, personId: string): Promise<Sent> {
  const name = templateOf[message.kind];
  const template = post.templates[name];
  const taken = template ? await take(post, message, personId) : null;
  if (!template || !taken) return { fate: 'not-theirs', wechatCode: null };
  const { values, page } = taken.letter;
  const data = dataOf(name, template, values);
  try {
    await post.wechat.send({ openid: taken.openid, templateId: template.id, page, data });
    return { fate: 'sent', wechatCode: null };
  } catch (error) {
    if (!(error instanceof WeChatError)) throw error;
    const { wechatCode } = error;
    const fate = fateOf(wechatCode);
    if (fate === 'no-ticket') {
      await changeTickets(post, personId, (person) =>
        ticketsLeft(person, name) === 0 ? person : withTickets(person, name, 0),
      );
    }
    // WeChat did not use it.
    if (fate === 'later' || fate === 'refused') {
      await changeTickets(post, personId, (person) => withTicket(person, name));
    }
    return { fate, wechatCode };
  }
}

/** Looked at again after a while: those whom WeChat turned away may be told then. */
function later(current: Message, again: string, nowMs: number): Message {
  const told = current.told.filter((personId) => personId !== again);
  return { ...current, told, tries: current.tries + 1, dueAtMs: nowMs + pauseMs };
}

/** The next part of a long one; or the end of it, which stays so that it is not written again. */
function goneOn(current: Message, next: string | null, nowMs: number): Message {
  const dueAtMs = next === null ? goneAtMs(current) : nowMs;
  return { ...current, told: [], reached: next ?? beyondAll, tries: 0, dueAtMs };
}

function finish(
  { store, nowMs }: Post,
  message: Message,
  { next, again }: { next: string | null; again: string | null },
): Promise<boolean> {
  const { messageId, reached } = message;
  return store.transact(async (tx) => {
    const current = await tx.get<Message>('messages', messageId);
    if (!current || current.reached !== reached) return true;
    if (again !== null && current.tries + 1 < mostTries) {
      tx.set('messages', messageId, later(current, again, nowMs));
      return false;
    }
    if (current.kind !== 'lapsing' || nowMs >= goneAtMs(current)) tx.remove('messages', messageId);
    else tx.set('messages', messageId, goneOn(current, next, nowMs));
    return next === null;
  });
}

/**
 * Tells everybody a message is for who has a ticket, one by one. Where WeChat turns one away that
 * it surely did not send, or refuses the template, the others would fare the same: they wait for a
 * later call, or hear nothing.
 */
export async function deliver(post: Post, message: Message): Promise<Delivery> {
  const { store, nowMs, hasTime, templates } = post;
  const isOver = nowMs >= goneAtMs(message) || !templates[templateOf[message.kind]];
  const none = { personIds: [], next: null };
  const { personIds, next } = isOver ? none : await findCandidates(store, message);
  let again: string | null = null;
  let refusedWith: number | null = null;
  for (const personId of personIds) {
    if (!hasTime()) return { isDone: false, refusedWith };
    const { fate, wechatCode } = await tellOne(post, message, personId);
    if (fate === 'later') again = personId;
    if (fate === 'refused') refusedWith = wechatCode;
    if (again !== null || refusedWith !== null) break;
  }
  const isDone = await finish(post, message, { next, again });
  return { isDone, refusedWith };
}
