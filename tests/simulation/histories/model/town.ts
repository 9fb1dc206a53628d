import type { lists, town } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { allItems } from './caps';
import { livingIn } from './life-kinds';
import { countTry, isTooMany, triesWithThis } from './people';
import { type AnyRule, type Call, countedOn, has, type Rule, when } from './rule';
import type { Model } from './state';

const byTown = (_: Model, __: unknown, person: Call['person']) => has(person, 'town-admin');

/** @param isSecret whether a text is the town's founding secret */
export function foundTownRule(
  isSecret: (text: string) => boolean,
): Rule<InputOf<typeof town.foundTown>> {
  return {
    may: () => true,
    decide(model, { foundingSecret }, { lookUp, atMs }) {
      const key = `found.${lookUp}`;
      if (isTooMany(triesWithThis(model, key, atMs))) return { refusals: ['too-many-tries'] };
      const refusals = [isSecret(foundingSecret) ? 'already-founded' : 'secret-wrong'];
      return { refusals, anyway: () => countTry(model, key, atMs) };
    },
  };
}

const openVillage: Rule<InputOf<typeof town.openVillage>> = {
  may: byTown,
  decide(model, { villageId: given, name }, { personId, commandId }) {
    const openedBy = `${personId}.${commandId}`;
    const ours = [...model.villages].find(([, village]) => village.openedBy === openedBy);
    const villageId = given ?? ours?.[0] ?? countedOn('v', model.villages.keys());
    const known = model.villages.get(villageId);
    const others = [...model.villages].filter(([id]) => id !== villageId);
    const taken = others.some(([, village]) => village.name === name);
    const isOurs = known?.openedBy === openedBy;
    return {
      refusals: when({ 'village-exists': !isOurs && (known !== undefined || taken) }),
      value: () => ({ villageId, items: allItems.length }),
    };
  },
};

const openShop: Rule<InputOf<typeof town.openShop>> = {
  may: byTown,
  decide(model, { shopId: given, villageIds }) {
    const shopId = given ?? countedOn('s', model.shops.keys());
    return {
      refusals: when({
        'shop-exists': model.shops.has(shopId),
        'village-not-found': villageIds.some((id) => !model.villages.has(id)),
      }),
      effect: () => void model.shops.set(shopId, { villageIds: [...new Set(villageIds)] }),
      value: () => ({ shopId }),
    };
  },
};

/** The one household of the file, as long as nothing has happened to it. */
function isAsBrought(model: Model): boolean {
  const householdId = model.numbers.get('v01.21');
  const household = model.households.get(householdId ?? '');
  if (!household) return true;
  const lives = livingIn(model, household.householdId).some(({ name }) => name === '试户新');
  return lives && household.ended === null && household.headName === '试户新';
}

const importRegister: Rule<InputOf<typeof town.importRegister>> = {
  may: byTown,
  decide: (model, { fileId, seen }) => ({
    refusals: when({ 'file-not-found': !fileId.includes('/more') }),
    perhaps: when({
      // Not every change of it is one that the file's preview would show.
      'register-changed': model.register.seenAt.get(seen) !== model.register.changes,
      // Whoever it brought may have ended their household, or live elsewhere by now.
      'register-has-problems': !isAsBrought(model),
    }),
    value: () => ({ households: 1 }),
  }),
};

const addFunds: Rule<InputOf<typeof town.addFunds>> = {
  may: byTown,
  decide(model, { villageId, amountFen, source }, { person }) {
    const fund = model.funds.get(villageId);
    const onGoods = source === 'spent-on-goods';
    const keeps = onGoods && has(person, 'keeper');
    if (!fund) return { refusals: when({ 'village-not-found': true, 'keeps-the-goods': keeps }) };
    const balance = fund.balance + amountFen;
    const spent = onGoods ? fund.spent - amountFen : fund.spent;
    return {
      refusals: when({
        'amount-is-zero': amountFen === 0,
        'source-does-not-fit': spent < 0,
        'funds-below-zero': balance < 0,
        'keeps-the-goods': keeps,
      }),
      effect: () => void model.funds.set(villageId, { balance, spent }),
      value: () => ({ villageId, balanceFen: balance }),
    };
  },
};

export const townRules = {
  'open-village': openVillage,
  'open-shop': openShop,
  'import-register': importRegister,
  'add-funds': addFunds,
} satisfies Record<string, AnyRule>;

const publishMatter: Rule<InputOf<typeof lists.publishMatter>> = {
  may: (_, { villageId }, person) => has(person, 'town-admin') || has(person, 'cadre', villageId),
  decide(model, { villageId, matter }) {
    const key = `${villageId}.${matter.key}`;
    const says = JSON.stringify(matter);
    const known = model.matters.get(key);
    const village = model.villages.get(villageId);
    return {
      refusals: when({ 'matter-unchanged': known?.says === says }),
      effect() {
        model.matters.set(key, { version: (known?.version ?? 0) + 1, says });
        if (village) village.wallVersion += 1;
        return undefined;
      },
      value: () => ({
        ...{ key: matter.key, version: model.matters.get(key)?.version },
        wallVersion: village?.wallVersion,
      }),
    };
  },
};

export const listRules = { 'publish-matter': publishMatter } satisfies Record<string, AnyRule>;
