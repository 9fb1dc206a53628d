import { create } from 'zustand';
import type { EnvelopeError, ValueOf } from '../contracts/contract';
import { type Role, whoAmI } from '../contracts/people';
import { call } from './call';
import { dropDraftsOfOthers } from './drafts';
import { dropPackUnlessOfCommittee } from './kept-pack';
import { compareClocks } from './server-clock';
import { keep, readKept } from './storage';
import { unlessSame } from './unless-same';

type WhoAmI = ValueOf<typeof whoAmI>;
export type Me = NonNullable<WhoAmI['me']>;
export type HeldRole = WhoAmI['roles'][number];
/** Whom somebody acts for, and until when by this phone's clock. */
export type ActingFor = NonNullable<WhoAmI['proxy']> & { untilMs: number };
export type ChosenVillage = { villageId: string; name: string };

export type Session = {
  state: 'loading' | 'ready' | 'failed';
  error: EnvelopeError | null;
  /** Null until one has joined a household. */
  me: Me | null;
  /** Of who was invited and lives in no household. */
  name?: string | undefined;
  /** Every role held, by household or by the town. */
  roles: HeldRole[];
  waitingJoin: WhoAmI['waitingJoin'];
  /** They asked to be entered in the register; also once that was refused. */
  waitingEntry?: WhoAmI['waitingEntry'];
  /** Null unless they act for another household: until they say that it is over. */
  proxy: ActingFor | null;
  /** What WeChat can be asked to tell, and how often it still will. */
  reminders: WhoAmI['reminders'];
  /** Whose board, lists and shops are shown; one's own village unless another was chosen. */
  village: ChosenVillage | null;
  elder: boolean;
  refresh: () => Promise<void>;
  chooseVillage: (village: ChosenVillage) => void;
  setElder: (elder: boolean) => void;
};

const villageKey = 'village';
const elderKey = 'elder';
/** Who one was when last seen: a cadre without network still is one, for recording. */
const meKey = 'me';

function rolesOf(value: WhoAmI): HeldRole[] {
  const all = [...(value.me?.roles ?? []), ...value.roles];
  const key = (held: HeldRole) => `${held.role} ${held.place}`;
  return [...new Map(all.map((held) => [key(held), held])).values()];
}

const last = readKept<WhoAmI>(meKey);

/** Who is using this phone and what they look at. The server is the truth; this is its echo. */
export const useSession = create<Session>((set, get) => ({
  state: last ? 'ready' : 'loading',
  error: null,
  me: last?.me ?? null,
  name: last?.name,
  roles: last ? rolesOf(last) : [],
  waitingJoin: last?.waitingJoin ?? null,
  waitingEntry: last?.waitingEntry,
  // How much time is left the server says anew.
  proxy: last?.proxy ? { ...last.proxy, untilMs: 0 } : null,
  // A phone may have kept an answer from before there were any.
  reminders: last?.reminders ?? [],
  village: readKept<ChosenVillage>(villageKey),
  elder: readKept<boolean>(elderKey) === true,

  async refresh() {
    const askedMs = Date.now();
    const answer = await call(whoAmI, {});
    if (!answer.ok) {
      set({ error: answer.error, state: get().state === 'ready' ? 'ready' : 'failed' });
      return;
    }
    if (answer.value.atMs) compareClocks(askedMs, Date.now(), answer.value.atMs);
    const before = get();
    const { me, waitingJoin, waitingEntry, reminders, proxy } = answer.value;
    const joinedNow = me !== null && before.me?.householdId !== me.householdId;
    keep(meKey, answer.value);
    dropPackUnlessOfCommittee(rolesOf(answer.value));
    set({
      state: 'ready',
      error: null,
      name: answer.value.name,
      me: unlessSame(before.me, me),
      waitingJoin: unlessSame(before.waitingJoin, waitingJoin),
      waitingEntry: unlessSame(before.waitingEntry ?? null, waitingEntry ?? null) ?? undefined,
      proxy: proxy && { ...proxy, untilMs: Date.now() + proxy.leftMs },
      reminders: unlessSame(before.reminders, reminders),
      roles: unlessSame(before.roles, rolesOf(answer.value)),
    });
    dropDraftsOfOthers(get());
    if (me && (joinedNow || get().village === null)) {
      get().chooseVillage({ villageId: me.villageId, name: me.villageName });
    }
  },

  chooseVillage(village) {
    keep(villageKey, village);
    set({ village });
  },

  setElder(elder) {
    keep(elderKey, elder);
    set({ elder });
  },
}));

/** Where this person holds a role: `holds('keeper')` answers the shops. */
export function placesOf(roles: readonly HeldRole[], role: Role): HeldRole[] {
  return roles.filter((held) => held.role === role);
}

/** Whose things are shown and done: those of whom one acts for, else one's own. */
export const actingAs = ({ me, proxy }: Pick<Session, 'me' | 'proxy'>) => proxy ?? me;
