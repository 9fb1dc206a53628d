import { create } from 'zustand';
import { dropPhoto } from './photos';
import { keep, readKept } from './storage';

/** What somebody filled in and has not sent. It lies on this phone alone. */
export type Draft = {
  draftId: string;
  /** Which form it is of, and about what: `declare`, `object 01J…`. */
  key: string;
  /** Whose it is, and as what they filled it in (`draftOwner`). */
  owner: string;
  atMs: number;
  /** What the form holds; the form alone knows its shape. */
  value: unknown;
  /** Names of its photos on this phone. */
  photos: string[];
};

type HeldRole = { role: string; place: string };
type Somebody = {
  me: { householdId: string; name: string } | null;
  name?: string | undefined;
  roles: readonly HeldRole[];
  proxy: { proxyId: string } | null;
};

const storageKey = 'drafts';
const keptForMs = 24 * 3_600_000;
/** Nobody fills in more forms a day; without an end they could fill the phone. */
const mostDrafts = 20;

const wordsOf = ({ role, place }: HeldRole) => `${role} ${place}`;

/** This account, as far as a phone can tell: nobody's at first, another with another household. */
function accountOf({ me, name, roles }: Somebody): string {
  if (me) return `${me.householdId} ${me.name}`;
  return name ?? (roles.length > 0 ? roles.map(wordsOf).join() : 'nobody');
}

/**
 * Whose a draft is that somebody makes now.
 * @param as `self`; `acting`: for whom they act just now, if they do; or the office they do it by
 */
export function draftOwner(somebody: Somebody, as: 'self' | 'acting' | HeldRole): string {
  const account = accountOf(somebody);
  if (typeof as === 'object') return `${account} ${wordsOf(as)}`;
  const { proxy } = somebody;
  return as === 'acting' && proxy ? `${account} ${proxy.proxyId}` : account;
}

/** Everything that is somebody's by now: with an office, a visit or a household its drafts go. */
function ownersOf(somebody: Somebody): string[] {
  const byOffice = somebody.roles.map((held) => draftOwner(somebody, held));
  return [draftOwner(somebody, 'self'), draftOwner(somebody, 'acting'), ...byOffice];
}

export const useDrafts = create<{ drafts: Draft[] }>(() => ({
  drafts: readKept<Draft[]>(storageKey) ?? [],
}));

function hold(drafts: Draft[]): boolean {
  const kept = keep(storageKey, drafts);
  useDrafts.setState({ drafts });
  return kept;
}

const isFresh = ({ atMs }: Draft) => Math.abs(Date.now() - atMs) < keptForMs;

/** The newest of a form, but for the one that is being filled in; null where there is none. */
export function newestDraft(
  drafts: readonly Draft[],
  { key, owner, draftId }: Pick<Draft, 'key' | 'owner' | 'draftId'>,
): Draft | null {
  const fitting = drafts.filter(
    (draft) =>
      draft.key === key && draft.owner === owner && draft.draftId !== draftId && isFresh(draft),
  );
  return fitting[fitting.length - 1] ?? null;
}

/** Takes drafts off this phone, photos included. */
export async function dropDrafts(which: (draft: Draft) => boolean): Promise<void> {
  const { drafts } = useDrafts.getState();
  const gone = drafts.filter(which);
  if (gone.length === 0) return;
  hold(drafts.filter((draft) => !gone.includes(draft)));
  const photos = gone.flatMap((draft) => draft.photos);
  await Promise.all(photos.map((kept) => dropPhoto(kept).catch(() => undefined)));
}

/** Keeps a draft in the place of what it was before; answers false where the phone is full. */
export function keepDraft(draft: Draft): boolean {
  const others = useDrafts.getState().drafts.filter(({ draftId }) => draftId !== draft.draftId);
  const kept = hold([...others, draft]);
  const tooMany = others.slice(0, Math.max(0, others.length + 1 - mostDrafts));
  dropDrafts((other) => tooMany.includes(other));
  return kept;
}

/** A day old, they are nobody's business any more. */
export function dropOldDrafts(): Promise<void> {
  return dropDrafts((draft) => !isFresh(draft));
}

/** Whoever uses this phone now sees nothing of what others filled in on it. */
export function dropDraftsOfOthers(somebody: Somebody): Promise<void> {
  const owners = ownersOf(somebody);
  return dropDrafts(({ owner }) => !owners.includes(owner));
}
