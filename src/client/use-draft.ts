import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { draftSlot } from './draft-slot';
import { dropDrafts, newestDraft, useDrafts } from './drafts';
import { useLeaveGuard } from './use-leave-guard';

export type DraftOptions<Value> = {
  /** Which form, and about what. */
  key: string;
  owner: string;
  /** What the form holds, plain data; null while nothing of it is worth keeping. */
  value: Value | null;
  /** Addresses of the photos it shows. */
  photos?: readonly string[];
  /** Fills the form with what was kept, and with the addresses of the photos that are there. */
  restore: (value: Value, photos: string[]) => void;
};

type Found<Value> = {
  atMs: number;
  value: Value;
  photos: number;
  goOn: () => void;
  throwAway: () => void;
};

export type DraftOffer<Value = unknown> = {
  /** Left from before, while the form is empty. */
  found: Found<Value> | null;
  /** Photos of the draft that was taken up which are not on the phone any more. */
  lostPhotos: number;
  /** False where the phone is full: what is filled in is gone with the page. */
  kept: boolean;
  /** It was sent: nothing is left to come back to. */
  done: () => void;
};

const noPhotos: readonly string[] = [];
/** Typing is not written down letter by letter: storage is slow on cheap phones. */
const pauseMs = 400;

/** Keeps what a form holds for a day, photos included, and offers what was left before. */
export function useDraft<Value>(options: DraftOptions<Value>): DraftOffer<Value> {
  const { key, owner, value, photos = noPhotos, restore } = options;
  const [slot] = useState(draftSlot);
  const [kept, setKept] = useState(true);
  const [lostPhotos, setLost] = useState(0);
  const draftId = slot.draftId();
  const found = useDrafts(({ drafts }) =>
    value === null ? newestDraft(drafts, { key, owner, draftId }) : null,
  );
  const wanted = value === null ? null : { key, owner, value, photos };
  const text = JSON.stringify(wanted);
  const state = useRef({ wanted, text, pending: false });
  const save = () => {
    state.current.pending = false;
    slot.save(state.current.wanted).then(setKept);
  };
  const saveRest = () => {
    if (state.current.pending) save();
  };
  const latestRest = useRef(saveRest);
  latestRest.current = saveRest;
  useEffect(() => {
    if (state.current.text === text) return;
    state.current = { wanted: JSON.parse(text), text, pending: true };
    const timer = setTimeout(() => latestRest.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => latestRest.current(), []);
  useDidHide(() => latestRest.current());
  useLeaveGuard(value !== null && !kept, '手机空间满了,填的存不下。现在回去就没有了。');

  const goOn = async () => {
    if (!found) return;
    const addresses = await slot.adopt(found);
    setLost(found.photos.length - addresses.length);
    restore(found.value as Value, addresses);
  };
  const throwAway = () => {
    dropDrafts((draft) => draft.draftId === found?.draftId);
  };
  const done = () => {
    state.current.pending = false;
    setLost(0);
    slot.save(null);
  };
  const offered = found && {
    ...{ atMs: found.atMs, value: found.value as Value, photos: found.photos.length },
    ...{ goOn, throwAway },
  };
  return { found: offered, lostPhotos, kept, done };
}
