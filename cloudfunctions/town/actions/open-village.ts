import { town as contracts } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import type { Catalogue } from '../../../src/domain/catalogue/types';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Town, Village } from '../../../src/domain/people/types';
import { mustBeFounded } from '../../../src/domain/town/found';
import { emptyFund } from '../../../src/domain/town/funds';
import { nextId } from '../../../src/domain/town/next-id';
import * as opening from '../../../src/domain/town/open';
import { defineRun } from '../../runtime/define-action';
import { inParallel } from '../../runtime/in-parallel';
import { partsOf } from '../../runtime/parts-of';
import { readAll } from '../../runtime/store/read-all';
import type { Store, Transaction } from '../../runtime/store/store';

const mattersInATransaction = 17;

const readVillages = (store: Store) =>
  readAll<Village>(store, 'villages', { townId: 'town' }, 'villageId');

const without = (villageId: string, villages: readonly Village[]) =>
  villages.filter((each) => each.villageId !== villageId);

/** Nothing of a village that already stands is written over, whoever sends what how late. */
async function writeBeforeItStands(
  store: Store,
  villageId: string,
  write: (tx: Transaction) => void,
): Promise<void> {
  await store.transact(async (tx) => {
    const village = await tx.get<Village>('villages', villageId);
    if (!village) write(tx);
  });
}

/** All of it ends before the answer: what goes on behind a refusal would surprise the next call. */
async function writeMatters(store: Store, villageId: string, matters: opening.OpeningMatter[]) {
  const parts = partsOf(matters, mattersInATransaction);
  await inParallel(parts, parts.length, (part) =>
    writeBeforeItStands(store, villageId, (tx) => {
      for (const { current, version } of part) {
        tx.set('matters', `${villageId}.${current.key}`, current);
        tx.set('matter-versions', `${villageId}.${current.key}.1`, version);
      }
    }),
  );
}

/** @throws Refusal also where another one took the id, the name or the last place meanwhile */
async function open(
  store: Store,
  tx: Transaction,
  village: Village,
  counted: boolean,
): Promise<void> {
  const { villageId, openedBy } = village;
  const town = await tx.get<Town>('towns', 'town');
  const standing = await tx.get<Village>('villages', villageId);
  if (standing?.openedBy === openedBy) return;
  if (standing && counted) opening.refuseOpenedMeanwhile();
  const others = without(villageId, await readVillages(store));
  opening.mustBeANewVillage(standing, village.name, others);
  // So that two villages opened at once collide: the one that starts again counts the other one and
  // finds its name, by which registers say where a household lives.
  if (town) tx.set('towns', 'town', town);
  tx.create('villages', villageId, village);
}

/**
 * The village document comes last: as long as it is missing, the village is not open.
 * @param readCatalogue what a village begins with
 */
export function openVillage(readCatalogue: () => Promise<Catalogue>) {
  return defineRun({
    contract: contracts.openVillage,
    allow: [{ who: 'town-admin' }],
    run: async ({ input: { villageId: given, name }, caller, commandId, store, nowMs }) => {
      const personId = caller.personId ?? refuse('log-in-first', commonRefusals['log-in-first']);
      mustHoldNoPrivateNumber(name);
      const openedBy = `${personId}.${commandId}`;
      const [town, villages] = await Promise.all([
        store.get<Town>('towns', 'town'),
        readVillages(store),
      ]);
      mustBeFounded(town);
      const ids = villages.map((each) => each.villageId);
      const ours = villages.find((each) => each.openedBy === openedBy);
      const villageId = given ?? ours?.villageId ?? nextId('v', ids);
      const existing = villages.find((each) => each.villageId === villageId) ?? null;
      const catalogue = await readCatalogue();
      const matters = opening.openingMatters(villageId, catalogue, nowMs);
      const done = { villageId, items: catalogue.pointItems.length, matters: matters.length };
      if (existing?.openedBy === openedBy) return done;
      opening.mustBeANewVillage(existing, name, without(villageId, villages));
      await writeBeforeItStands(store, villageId, (tx) => {
        const scheme = opening.openingScheme(villageId, catalogue, dayOf(nowMs));
        tx.set('schemes', `${villageId}.1`, scheme);
        tx.set('funds', villageId, emptyFund(villageId));
      });
      await writeMatters(store, villageId, matters);
      const village: Village = {
        townId: 'town',
        villageId,
        name,
        townName: town.name,
        sample: town.sample,
        schemeVersion: 1,
        wallVersion: 1,
        openedBy,
      };
      await store.transact((tx) => open(store, tx, village, given === undefined));
      return done;
    },
  });
}
