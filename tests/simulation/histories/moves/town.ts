import { testFoundingSecret } from '../../../support/town';
import { registerFile } from '../world';
import { anybody, holder, isWrong, type Moves, pickFrom } from './move';

const roles = [
  'cadre',
  'panel',
  'panel',
  'supervisor',
  'keeper',
  'keeper',
  'town-admin',
  'resident',
] as const;

export const townMoves: Moves = {
  'found-town'(scene) {
    const foundingSecret = isWrong(scene) ? testFoundingSecret : '猜一个';
    const named = { townName: '又一个镇', owner: '又一个镇人民政府', sample: true };
    return { openid: anybody(scene), input: { foundingSecret, ...named } };
  },
  'open-village'(scene) {
    const number = 1 + scene.random.integer(5);
    const name = `试${'一二三四五'[isWrong(scene) ? 0 : number - 1]}嘎查`;
    return { openid: holder(scene, 'town-admin'), input: { villageId: `v0${number}`, name } };
  },
  'open-shop'(scene) {
    const { random, model } = scene;
    const villages = isWrong(scene) ? ['v99'] : random.shuffle([...model.villages.keys()]);
    const shopId = `shop-${random.integer(4)}`;
    const shop = { name: '另一家超市', kind: 'shared', address: '路口', hours: '每天' };
    const villageIds = villages.slice(0, 2);
    return { openid: holder(scene, 'town-admin'), input: { shopId, ...shop, villageIds } };
  },
  'grant-role'(scene) {
    const { random, model } = scene;
    const members = [...model.members.values()];
    const joined = members.filter(({ personId }) => personId !== null);
    // Supervisors who come to look over their relatives.
    const conflicted = random.chance(0.3);
    const torn = joined.filter(
      ({ householdId }) => (model.households.get(householdId)?.relatives.length ?? 0) > 0,
    );
    const member = pickFrom(scene, conflicted ? torn : random.chance(0.5) ? joined : members);
    if (!member) return null;
    const role = conflicted ? 'supervisor' : random.pick(roles);
    const home = isWrong(scene) ? random.pick([...model.villages.keys()]) : member.villageId;
    const shop = random.pick([...model.shops.keys()]);
    const place = role === 'keeper' ? shop : role === 'town-admin' ? 'town' : home;
    const input = {
      villageId: member.villageId,
      householdNumber: Number(member.householdId.split('-').at(-1)),
      name: (!isWrong(scene) && member.name) || '没有这人',
      ...{ role, place: isWrong(scene) ? 'nowhere' : place },
    };
    return { openid: holder(scene, 'town-admin'), input };
  },
  'import-register': (scene) => ({
    openid: holder(scene, 'town-admin'),
    input: { fileId: isWrong(scene) ? 'cloud://test.files/gone.xlsx' : registerFile },
  }),
  'add-funds'(scene) {
    const { random, model } = scene;
    const villageId = isWrong(scene) ? 'v99' : random.pick([...model.villages.keys()]);
    // Where somebody waits for it, money mostly comes; elsewhere it mostly goes.
    const waited = [...model.records.values()].some(
      (record) => record.spendable === 'waiting' && record.villageId === villageId,
    );
    const goes = random.chance(waited ? 0.2 : 0.6);
    // Mostly all there is, so that points come to wait for money; some of it into goods, which back
    // points in its stead, and now and then back from there.
    const { balance, spent } = model.funds.get(villageId) ?? { balance: 0, spent: 0 };
    const onGoods = random.chance(0.3);
    const some = onGoods ? random.integer(goes ? 10_000 : spent + 1) : goes ? balance : 20_000;
    const size = isWrong(scene) ? random.integer(3_000_000) : some;
    const amountFen = goes !== isWrong(scene) ? -size : size;
    const source = onGoods ? 'spent-on-goods' : 'donation';
    return { openid: holder(scene, 'town-admin'), input: { villageId, amountFen, source } };
  },
};

export const listsMoves: Moves = {
  'publish-matter'(scene) {
    const { world, random } = scene;
    const villageId = 'v01';
    const openid = holder(scene, 'cadre', villageId);
    // As it hangs on the wall; the page that shows it would draw its chart each time.
    const order = [{ field: 'key', direction: 'asc' as const }];
    const query = { villageId, list: 'negative' };
    const onTheWall = world.engine.find('matters', { query, order, limit: 2 });
    const chosen = pickFrom(scene, onTheWall);
    if (!chosen) return null;
    const versionId = `${villageId}.${chosen.key}.${chosen.version}`;
    const matter = world.engine.get('matter-versions', versionId)?.matter as object;
    return {
      openid,
      input: { villageId, matter: { ...matter, fee: `不收钱(${random.integer(3)})` } },
    };
  },
};
