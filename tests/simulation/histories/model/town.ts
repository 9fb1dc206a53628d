import type { lists, town } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { allItems } from './caps';
import { countTry, isTooMany, memberNamed, triesWithThis } from './people';
import { type AnyRule, type Call, countedOn, has, type Rule, when } from './rule';
import type { Model, ModelHousehold, ModelMember } from './state';

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

type GrantInput = InputOf<typeof town.grantRole>;

function placeIsThere(model: Model, { role, place }: GrantInput): boolean {
  if (place === 'town') return true;
  return role === 'keeper' ? model.shops.has(place) : model.villages.has(place);
}

function roleFits({ role, place }: GrantInput, member: ModelMember): boolean {
  if (role === 'resident') return false;
  if (role === 'town-admin') return place === 'town';
  if (role === 'keeper') return place !== 'town';
  return place !== 'town' && (role !== 'cadre' || place === member.villageId);
}

/** No committee member and no near relative of one supervises the committee. */
function isExcluded(
  { role, place }: GrantInput,
  member: ModelMember,
  kin: readonly ModelHousehold[],
): boolean {
  if (place !== member.villageId) return false;
  const isCadre = member.roles.includes(`cadre@${place}`);
  const byCommittee = isCadre || kin.some((each) => each.ofCommittee);
  if (role === 'supervisor') return byCommittee;
  return role === 'cadre' && kin.some((each) => each.ofSupervision);
}

const withRole = (roles: readonly string[], added: string) => [...new Set([...roles, added])];

const grantRole: Rule<GrantInput> = {
  may: byTown,
  decide(model, input) {
    const { villageId, role, place } = input;
    const member = memberNamed(model, input);
    const household = model.households.get(member?.householdId ?? '');
    if (!member || !household) return { refusals: ['not-in-register'] };
    const kin = [household.householdId, ...household.relatives].flatMap(
      (id) => model.households.get(id) ?? [],
    );
    return {
      refusals: when({
        'place-not-found': !placeIsThere(model, input),
        'role-does-not-fit': !roleFits(input, member),
        'supervisor-excluded': isExcluded(input, member, kin),
      }),
      effect() {
        const held = `${role}@${place}`;
        member.roles = withRole(member.roles, held);
        const person = model.persons.get(member.personId ?? '');
        if (person) {
          const roles = withRole(person.roles, held);
          model.persons.set(person.personId, { ...person, roles });
        }
        if (place !== villageId) return undefined;
        household.ofCommittee ||= role === 'cadre';
        household.ofSupervision ||= role === 'supervisor';
        return undefined;
      },
      value: () => ({ memberId: member.memberId, role }),
    };
  },
};

const importRegister: Rule<InputOf<typeof town.importRegister>> = {
  may: byTown,
  decide: (_, { fileId }) => ({
    refusals: when({ 'file-not-found': !fileId.includes('/more') }),
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
  'grant-role': grantRole,
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
