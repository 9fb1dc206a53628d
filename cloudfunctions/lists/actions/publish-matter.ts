import { lists } from '../../../src/contracts';
import { mostMattersOfAVillage } from '../../../src/contracts/limits';
import type { MatterContent } from '../../../src/contracts/lists';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { dayOf } from '../../../src/domain/kernel/time';
import * as publishing from '../../../src/domain/lists/publish';
import type { CurrentMatter, MatterVersion } from '../../../src/domain/lists/types';
import { refuseVillage } from '../../../src/domain/people/join';
import type { Village } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { isFull } from '../../runtime/store/is-full';
import { certificatesNotIssued } from '../certificates';

/** Its telephone is an office's, meant to be called; nothing else of anybody stands on a wall. */
function mustPublishNothingPrivate(matter: MatterContent): void {
  const { phone, ...supervision } = matter.supervision;
  mustHoldNoPrivateNumber({ ...matter, supervision });
  mustHoldNoPrivateNumber(phone, ['mobile']);
}

export const publishMatter = defineCommand({
  contract: lists.publishMatter,
  allow: [{ who: 'cadre', at: 'own-village' }, { who: 'town-admin' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input: { villageId, matter }, tx, read, nowMs }) => {
    mustPublishNothingPrivate(matter);
    const id = `${villageId}.${matter.key}`;
    const [village, current] = await Promise.all([
      tx.get<Village>('villages', villageId),
      tx.get<CurrentMatter>('matters', id),
    ]);
    if (!village) refuseVillage();
    if (!current && (await isFull(read, 'matters', { villageId }, mostMattersOfAVillage))) {
      publishing.refuseMoreMatters();
    }
    const before = current
      ? await tx.get<MatterVersion>('matter-versions', `${id}.${current.version}`)
      : null;
    const published = publishing.publishMatter(village, matter, {
      before,
      notIssued: certificatesNotIssued,
      today: dayOf(nowMs),
      nowMs,
    });
    const { version } = published.version;
    tx.set('villages', villageId, published.village);
    tx.set('matters', id, published.current);
    tx.create('matter-versions', `${id}.${version}`, published.version);
    return { key: matter.key, version, wallVersion: published.village.wallVersion };
  },
});
