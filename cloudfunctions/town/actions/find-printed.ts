import { documents as contracts } from '../../../src/contracts';
import { mustBeACheckCode, refuseUnknownCode } from '../../../src/domain/documents/check-code';
import { isSheetGood } from '../../../src/domain/documents/deed-sheet';
import type { Edition } from '../../../src/domain/documents/types';
import { dayOf } from '../../../src/domain/kernel/time';
import { holdsRole } from '../../../src/domain/people/roles';
import type { Household, Village } from '../../../src/domain/people/types';
import type { Notice } from '../../../src/domain/records/types';
import type { Shop } from '../../../src/domain/town/types';
import { type Caller, rolesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { schemeOf } from '../../runtime/scheme-of';
import type { Secret } from '../../runtime/secret';
import { getKnown } from '../../runtime/store/get-known';
import type { Reader } from '../../runtime/store/store';
import { type Content, isEditionOf } from '../documents/give-codes';
import { cardContent, householdWords } from '../documents/load-cards';
import { shopCodeContent, villageCodeContent } from '../documents/load-door-code';
import { noticeContent } from '../documents/load-notice';
import { hasNewerEntry, periodWords } from '../documents/load-statement';

/** Somebody reads out codes all day; whoever guesses finds one in thousands. */
const codesPerDay = 50;

type Found = {
  village: Village | null;
  household: Household | null;
  shop: Shop | null;
  notice: Notice | null;
};
type State = 'newest' | 'older' | 'gone';

async function stateOf(
  edition: Edition,
  { village, household, shop, notice }: Found,
  { read, secret, today }: { read: Reader; secret: Secret; today: string },
): Promise<State> {
  const { document, villageId } = edition;
  const same = (content: Content): State =>
    isEditionOf(edition, content, secret) ? 'newest' : 'older';
  if (!village) return 'gone';
  if (document === 'village-code') return same(villageCodeContent(village));
  if (document === 'shop-code') {
    return shop ? same(shopCodeContent(shop, villageId)) : 'gone';
  }
  if (document === 'notice') return notice ? same(noticeContent(notice, village)) : 'gone';
  if (document === 'deed-sheet') {
    const scheme = await schemeOf(read, village);
    return isSheetGood(edition, scheme, today) ? 'newest' : 'older';
  }
  if (!household) return 'gone';
  if (document === 'household-card') return same(cardContent(household, village));
  const { householdId } = household;
  const { to, sequence } = edition;
  const printed = { householdId, to: to ?? '', sequence: sequence ?? 0 };
  return (await hasNewerEntry(read, printed)) ? 'older' : 'newest';
}

/** Whose a card is, those know who look after the village; whose a statement, the household. */
function ofWhom(edition: Edition, { household, shop }: Found, caller: Caller): string | null {
  const { document, from, to, villageId, householdId } = edition;
  if (document === 'shop-code') return shop?.name ?? null;
  if (!household) return null;
  const isOwn = caller.person?.householdId === householdId;
  if (document === 'statement') {
    return isOwn
      ? `${householdWords(household)},${periodWords({ from: from ?? '', to: to ?? '' })}`
      : null;
  }
  const roles = rolesOf(caller);
  const looksAfter = holdsRole(roles, 'cadre', villageId) || holdsRole(roles, 'town-admin', 'town');
  return isOwn || looksAfter ? householdWords(household) : null;
}

/** A sheet that is still good, for the committee that records from it. */
function toFillIn({ sheet, villageId }: Edition, state: State, caller: Caller) {
  const records = holdsRole(rolesOf(caller), 'cadre', villageId);
  return sheet && records && state === 'newest' ? { villageId, ...sheet } : null;
}

export const findPrinted = defineQuery({
  contract: contracts.findPrinted,
  allow: [{ who: 'wechat-user' }],
  countsTries: { named: 'check-code', most: codesPerDay, whatNext: '或者请村里帮您查' },
  run: async ({ input: { checkCode }, caller, read, secret, nowMs }) => {
    mustBeACheckCode(checkCode);
    const edition = await read.get<Edition>('editions', checkCode);
    if (!edition) refuseUnknownCode();
    const { document, villageId, householdId, shopId, noticeId, day } = edition;
    const [village, household, shop, notice] = await Promise.all([
      read.get<Village>('villages', villageId),
      getKnown<Household>(read, 'households', householdId),
      getKnown<Shop>(read, 'shops', shopId),
      getKnown<Notice>(read, 'notices', noticeId),
    ]);
    const found = { village, household, shop, notice };
    const state = await stateOf(edition, found, { read, secret, today: dayOf(nowMs) });
    return {
      ...{ checkCode, document, day, state, villageName: village?.name ?? '' },
      of: ofWhom(edition, found, caller),
      sheet: toFillIn(edition, state, caller),
    };
  },
});
