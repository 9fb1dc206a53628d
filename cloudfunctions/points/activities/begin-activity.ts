import type { points } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { commonRefusals } from '../../../src/contracts/refusals';
import { assert, refuse } from '../../../src/domain/kernel/refusal';
import type { Household } from '../../../src/domain/people/types';
import {
  decideActivity,
  mustBeOthersOfTheVillage,
  mustNotBeTooMany,
} from '../../../src/domain/records/activity';
import type { Activity } from '../../../src/domain/records/types';
import type { Scheme } from '../../../src/domain/scheme/types';
import type { RunContext } from '../../runtime/define-action';
import { schemeOf } from '../../runtime/scheme-of';
import { readByIds } from '../../runtime/store/read-by-ids';
import { findsItself } from '../../runtime/store/store';
import { type Getter, loadVillage } from '../load';
import { claimPhotos } from '../photos/claim-photos';

type Input = InputOf<typeof points.recordActivity>;
export type Recording = RunContext<Input>;

/** @throws Refusal where what lies there under the id is somebody else's */
function mustBeOnesOwn({ recorderId }: Activity, personId: string): void {
  if (recorderId !== personId) refuse('command-reused', commonRefusals['command-reused']);
}

type Asked = Pick<Recording, 'input' | 'commandId' | 'caller' | 'nowMs'>;
type Decided = { activity: Activity; scheme: Scheme };

/** @param householdsOf those of the ids that are there */
export async function decideTheDeed(
  { input, commandId: activityId, caller, nowMs }: Asked,
  from: Getter,
  householdsOf: (ids: readonly string[]) => Promise<Household[]>,
): Promise<Decided> {
  const { villageId, householdIds: named, ...deed } = input;
  const householdIds = [...new Set(named)];
  mustNotBeTooMany(householdIds);
  const scheme = await schemeOf(from, await loadVillage(from, villageId));
  const households = await householdsOf(householdIds);
  const ownId = caller.person?.householdId ?? null;
  const own = ownId === null ? null : await from.get<Household>('households', ownId);
  mustBeOthersOfTheVillage(households, { householdIds, villageId }, own);
  const recorderId = caller.personId ?? '';
  const command = { activityId, villageId, recorderId, householdIds, deed, nowMs };
  return { activity: decideActivity(scheme, command), scheme };
}

/** The scheme it was scored by, which a run that is taken up goes on with. */
export async function schemeOfActivity(
  store: Getter,
  { villageId, schemeVersion }: Activity,
): Promise<Scheme> {
  const scheme = await store.get<Scheme>('schemes', `${villageId}.${schemeVersion}`);
  assert(scheme, 'the scheme an activity was scored by is there');
  return scheme;
}

export type Begun = Decided & {
  /** Nothing of it can be there yet. */
  fresh: boolean;
};

/**
 * The activity with the photos it claims, in one transaction; as it stands where it was begun
 * before. What the phone uploaded is removed then, also by the run that takes it up.
 */
export async function beginActivity(context: Recording): Promise<Begun> {
  const { caller, commandId: activityId, store, files, input } = context;
  const personId = caller.personId ?? '';
  const found = await store.get<Activity>('activities', activityId);
  const householdsOf = (ids: readonly string[]) => readByIds<Household>(store, 'households', ids);
  const begun = found
    ? { activity: found, fresh: false, scheme: await schemeOfActivity(store, found) }
    : await create(context, await decideTheDeed(context, store, householdsOf), personId);
  mustBeOnesOwn(begun.activity, personId);
  if (input.photos.length > 0) await files.remove(input.photos).catch(() => undefined);
  return begun;
}

function create(context: Recording, { activity, scheme }: Decided, personId: string) {
  const { store } = context;
  const { activityId, recordedAtMs, photos } = activity;
  const claiming = { claim: { activityId }, householdId: null, recordedAtMs, photos };
  let tries = 0;
  return store.transact(async (tx): Promise<Begun> => {
    tries += 1;
    const known = tries > 1 ? await tx.get<Activity>('activities', activityId) : null;
    if (known) return { activity: known, scheme, fresh: false };
    // The uploads are removed by whoever began it, once it stands.
    const claimed = { ...context, personId, tx, read: store, afterCommit: () => undefined };
    const created = { ...activity, photos: await claimPhotos(claiming, claimed) };
    tx.create('activities', activityId, created);
    return { activity: created, scheme, fresh: true };
  }, findsItself);
}
