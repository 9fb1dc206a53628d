import { exchange, people, town as townContracts, wechat } from '../../src/contracts';
import { parseCode, pickupCodeLifeMs, signedText } from '../../src/domain/exchange/pickup-code';
import { openProofTown } from '../proof/town';
import { householdId } from '../support/household-ids';
import { randomFrom } from '../support/random';
import { withReplay } from '../support/replay';
import { testHeadName, testPhone } from '../support/test-register';
import { testFoundingSecret, testShopId } from '../support/town';
import { forgeries } from './codes-forge';
import { openPickupStage, ourSecret, saidBy, seed, strangeSecret } from './codes-stage';

/** 10 000 in all: forged texts, and genuine ones used again, by others, too late. */
const counts = { pickup: 4000, replay: 500, phone: 2500, card: 2000, founding: 1000 };
const longMs = 300_000;
const again = `SEED=${seed} npx jest tests/security/codes-forgeries`;

/** What was really sent and answered. */
const sent = { pickup: 0, replay: 0, phone: 0, card: 0, founding: 0 };

/** The fields of a code, with signatures that were not made for it. */
function misSignedCodes(text: string): string[] {
  const code = parseCode(text);
  if (!code) throw new Error('a genuine code reads');
  const begin = text.slice(0, text.lastIndexOf('.'));
  const said = signedText(code, testShopId);
  const purposes = ['person', 'command', 'phone', 'draw'] as const;
  return [
    ...purposes.map((purpose) => `${begin}.${ourSecret.sign(purpose, said, 32)}`),
    `${begin}.${strangeSecret.sign('pickup', said, 32)}`,
    `${begin}.${ourSecret.sign('pickup', signedText(code, 'shop-v02'), 32)}`,
    `${begin}.${ourSecret.sign('pickup', begin, 32)}`,
    `${begin}.${ourSecret.sign('pickup', said, 64)}`,
    `${begin}.${ourSecret.sign('pickup', said, 16)}`,
  ];
}

test(
  'no forged pickup code opens an order, and the genuine one still does',
  withReplay(again, async () => {
    const { keeper, codeFor } = await openPickupStage();
    const [text, other] = [await codeFor(8), await codeFor(9)];
    const genuine = { text, other, misSigned: misSignedCodes(text) };
    const accepted: string[] = [];
    for (const code of forgeries(genuine, counts.pickup, randomFrom(seed))) {
      const envelope = await keeper.call(exchange.openPickup, { code });
      sent.pickup += 1;
      if (envelope.ok) accepted.push(code);
      else expect(envelope.error.code).toMatch(/^(code-not-ours|input-invalid)$/);
    }
    expect({ seed, accepted }).toEqual({ seed, accepted: [] });
    expect(await saidBy(keeper.call(exchange.openPickup, { code: text }))).toBe('ok');
  }),
  longMs,
);

test(
  'a pickup code is taken once, within its minute, and by its own shop',
  withReplay(again, async () => {
    const { town, keeper, otherKeeper, codeFor } = await openPickupStage();
    const code = await codeFor(8);
    expect(await saidBy(otherKeeper.call(exchange.openPickup, { code }))).toBe('other-shop');
    expect(await saidBy(town.head(8).call(exchange.openPickup, { code }))).toBe('not-your-job');
    expect(await saidBy(keeper.call(exchange.openPickup, { code }))).toBe('ok');
    const usedAgain = Array.from({ length: counts.replay - 50 }, () =>
      saidBy(keeper.call(exchange.openPickup, { code })),
    );
    const answers = await Promise.all(usedAgain);
    expect(new Set(answers)).toEqual(new Set(['code-used']));
    sent.replay += answers.length;
    const [inTime, late] = [await codeFor(8), await codeFor(9)];
    // Placing the second order took a second; each code's own minute counts.
    const issuedAtMs = (text: string) => parseCode(text)?.issuedAtMs ?? 0;
    const untilMs = (text: string) => issuedAtMs(text) + pickupCodeLifeMs - town.clock.nowMs();
    town.clock.advanceMs(untilMs(inTime) - 1);
    expect(await saidBy(keeper.call(exchange.openPickup, { code: inTime }))).toBe('ok');
    town.clock.advanceMs(untilMs(late));
    for (let moment = 0; moment < 50; moment += 1) {
      expect(await saidBy(keeper.call(exchange.openPickup, { code: late }))).toBe('code-stale');
      sent.replay += 1;
      town.clock.advanceMs(moment * moment);
    }
  }),
  longMs,
);

test(
  'no forged phone token joins, neither does one of somebody else or of ten minutes ago',
  withReplay(again, async () => {
    const town = await openProofTown();
    const thief = town.as('thief');
    const tokenOf = async (openid: string, householdNumber: number) => {
      const code = `phone:${testPhone(2, householdNumber)}`;
      return (await town.as(openid).must(wechat.readPhoneNumber, { code })).phoneToken;
    };
    const text = await tokenOf('owner', 12);
    // Signed for the thief, with another number than the register's.
    const other = await tokenOf('thief', 11);
    const begin = text.slice(0, text.lastIndexOf('.'));
    const said = [ourSecret.sign('person', 'owner', 32), ...begin.split('.')].join('\n');
    expect(text).toBe(`${begin}.${ourSecret.sign('phone', said)}`);
    const purposes = ['person', 'command', 'pickup', 'draw'] as const;
    const misSigned = [
      ...purposes.map((purpose) => `${begin}.${ourSecret.sign(purpose, said)}`),
      `${begin}.${ourSecret.sign('phone', begin)}`,
      `${begin}.${strangeSecret.sign('phone', said)}`,
      `${begin}.${ourSecret.sign('phone', said, 32)}`,
    ];
    const register = { villageId: 'v02', householdNumber: 12, name: testHeadName(12) };
    const join = (openid: string, phoneToken: string) =>
      town.as(openid).call(people.join, { ...register, phoneToken, namesShown: true });
    expect(await saidBy(join('thief', text))).toBe('phone-token-stale');
    const accepted: string[] = [];
    for (const phoneToken of forgeries(
      { text, other, misSigned },
      counts.phone,
      randomFrom(seed),
    )) {
      const [own, stolen] = [await join('owner', phoneToken), await join('thief', phoneToken)];
      sent.phone += 1;
      if (own.ok || stolen.ok) accepted.push(phoneToken);
    }
    expect({ seed, accepted }).toEqual({ seed, accepted: [] });
    town.clock.advanceMs(10 * 60_000 - 1);
    const last = await town.as('owner').call(people.join, {
      ...{ ...register, phoneToken: text, namesShown: true },
    });
    expect(last).toMatchObject({ ok: true, value: { state: 'joined' } });
    town.clock.advanceMs(1);
    expect(
      await saidBy(thief.call(people.join, { ...register, phoneToken: other, namesShown: true })),
    ).toBe('phone-token-stale');
  }),
  longMs,
);

test(
  'no forged household card finds a household, nor does the card of another village',
  withReplay(again, async () => {
    const town = await openProofTown();
    const cardOf = async (number: number, villageNumber = 1) =>
      (await town.head(number, villageNumber).must(people.readHouseholdCard, {})).cardText;
    const [text, other, elsewhere] = [await cardOf(8), await cardOf(9), await cardOf(8, 2)];
    const eight = householdId(town, 'v01-8');
    const misSigned = [
      `JF.H.${eight}.8`,
      `JF.H.${town.newId()}.8`,
      `JF.H.v01-8.${ourSecret.sign('person', 'v01-8', 16)}`,
      elsewhere,
    ];
    /** The number beside it is only for people: the card stands for the same household. */
    const idIn = (card: string) => card.split('.')[2] ?? '';
    const meant = new Map([
      [idIn(text), eight],
      [idIn(other), householdId(town, 'v01-9')],
    ]);
    const find = (search: string) =>
      town.head(2).call(people.findHouseholds, { villageId: 'v01', search });
    const accepted: string[] = [];
    for (const search of forgeries({ text, other, misSigned }, counts.card, randomFrom(seed))) {
      const found = await find(search);
      sent.card += 1;
      const [household] = found.ok ? found.value.households : [];
      if (household && household.householdId !== meant.get(idIn(search))) accepted.push(search);
    }
    expect({ seed, accepted }).toEqual({ seed, accepted: [] });
    expect(await find(text)).toMatchObject({ value: { households: [{ householdId: eight }] } });
  }),
  longMs,
);

test(
  'no forged founding secret founds a town',
  withReplay(again, async () => {
    const town = await openProofTown();
    await town.engine.remove('towns', {});
    const text = testFoundingSecret;
    const misSigned = ['open sesame', '', text.repeat(3), ourSecret.sign('person', text)];
    const named = { townName: '试验镇', owner: '试验镇人民政府', sample: true };
    const found = (index: number, foundingSecret: string) =>
      town.as(`forger-${index}`).call(townContracts.foundTown, { ...named, foundingSecret });
    const accepted: string[] = [];
    const genuine = { text, other: `${text}s`, misSigned };
    for (const [index, forged] of forgeries(genuine, counts.founding, randomFrom(seed)).entries()) {
      const { ok } = await found(index, forged);
      sent.founding += 1;
      if (ok) accepted.push(forged);
    }
    // The whole secret counts, spaces too: nothing of it is trimmed or folded.
    for (const [index, forged] of [` ${text}`, `${text} `, text.toUpperCase()].entries()) {
      expect(await saidBy(found(index + 10_000, forged))).toBe('secret-wrong');
    }
    expect({ seed, accepted }).toEqual({ seed, accepted: [] });
    expect(await saidBy(found(20_000, text))).toBe('ok');
  }),
  longMs,
);

test('ten thousand forgeries and replays were sent', () => {
  expect(sent).toEqual(counts);
  expect(Object.values(sent).reduce((sum, count) => sum + count, 0)).toBe(10_000);
});
