import { registry } from '../../config/run/registry';
import { people, town as townContracts } from '../../src/contracts';
import { writePhoneToken } from '../../src/domain/people/phone-token';
import { codeOfInvitation, invitedPhone, openInvitation } from '../proof/ready/invitations';
import { newcomer } from '../proof/ready/people';
import { cardTextOf, pin } from '../proof/ready/proxies';
import { openProofTown, type ProofTown } from '../proof/town';
import { householdId } from '../support/household-ids';
import { testHeadName } from '../support/test-register';
import { testFoundingSecret } from '../support/town';
import { ourSecret, untilTomorrowMs } from './codes-stage';

const mostGuesses = 5;

/** One thing that can be guessed: a wrong guess, the right one, and what each is answered. */
type Guessing = {
  open(): Promise<ProofTown>;
  guess(town: ProofTown, openid: string, right: boolean): Promise<string>;
  /** By whom or what they are counted. */
  triesId(town: ProofTown, openid: string): string;
  wrong: string;
  right: string;
};

const answered = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { ok, error } = await answer;
  return ok ? 'ok' : (error?.code ?? '');
};

const joining: Guessing = {
  open: () => openProofTown(),
  guess(town, openid, right) {
    const name = right ? testHeadName(16) : '猜错了';
    const input = { villageId: 'v01', householdNumber: 16, name, namesShown: true };
    return answered(town.as(openid).call(people.join, input));
  },
  triesId: (_, openid) => `join.${lookUpOf(openid)}`,
  wrong: 'not-in-register',
  right: 'ok',
};

const founding: Guessing = {
  async open() {
    const town = await openProofTown();
    await town.engine.remove('towns', {});
    return town;
  },
  guess(town, openid, right) {
    const foundingSecret = right ? testFoundingSecret : 'open sesame';
    const named = { townName: '试验镇', owner: '试验镇人民政府', sample: true };
    return answered(town.as(openid).call(townContracts.foundTown, { ...named, foundingSecret }));
  },
  triesId: (_, openid) => `found.${lookUpOf(openid)}`,
  wrong: 'secret-wrong',
  right: 'ok',
};

const lookUpOf = (openid: string) => ourSecret.sign('person', openid, 32);

const knowingThePin: Guessing = {
  async open() {
    const town = await openProofTown();
    for (const number of [9, 10]) await town.head(number).must(people.setPin, { pin });
    return town;
  },
  async guess(town, openid, right) {
    // Whoever guesses: it is the household's that are counted.
    const [helper, number] =
      openid === 'guesser' ? ([town.head(2), 9] as const) : ([town.head(3), 10] as const);
    const input = { cardText: cardTextOf(town, number), pin: right ? pin : '7391' };
    const code = await answered(helper.call(people.beginProxy, input));
    const { proxy } = await helper.must(people.whoAmI, {});
    if (proxy) await helper.must(people.endProxy, { proxyId: proxy.proxyId });
    return code;
  },
  triesId: (town) => `pin.${householdId(town, 'v01-9')}`,
  wrong: 'pin-wrong',
  right: 'ok',
};

const invited: Guessing = {
  async open() {
    const town = await openProofTown();
    await openInvitation(town);
    return town;
  },
  async guess(town, openid, right) {
    const [act] = town.engine.find('office-acts', { query: { basis: 'invited' } });
    const invitationCode = right
      ? await codeOfInvitation(town, String(act?.officeActId))
      : '0000000000';
    const sign = (text: string) => ourSecret.sign('phone', text);
    const now = town.clock.nowMs();
    const { phoneToken } = writePhoneToken(lookUpOf(openid), invitedPhone, now, sign);
    return answered(town.as(openid).call(people.acceptInvitation, { invitationCode, phoneToken }));
  },
  triesId: (_, openid) => `invite.${lookUpOf(openid)}`,
  wrong: 'invitation-not-found',
  right: 'ok',
};

/** Which numbers there are, for whoever tries one after the other. */
const asking: Guessing = {
  open: () => openProofTown(),
  guess(town, openid, right) {
    const householdNumber = right ? null : 999;
    const input = { ...newcomer, householdNumber };
    return answered(town.as(openid).call(people.askToBeEntered, input));
  },
  triesId: (_, openid) => `entry-request.${lookUpOf(openid)}`,
  wrong: 'household-not-found',
  right: 'ok',
};

const guessings: Readonly<Record<string, Guessing>> = {
  'people.join': joining,
  'people.accept-invitation': invited,
  'people.ask-to-be-entered': asking,
  'people.begin-proxy': knowingThePin,
  'town.found-town': founding,
};

test('every action that counts guesses is tried here', () => {
  const counting = Object.values(registry).flatMap((actions) =>
    actions
      .filter(({ keepsOnRefusal }) => keepsOnRefusal?.includes('attempts'))
      .map(({ contract }) => `${contract.functionName}.${contract.action}`),
  );
  expect(counting.sort()).toEqual(Object.keys(guessings).sort());
});

describe.each(Object.entries(guessings))('%s', (_name, { open, guess, triesId, ...says }) => {
  const triesOf = (town: ProofTown, openid: string) => {
    return town.engine.get('attempts', triesId(town, openid))?.tries;
  };
  async function guessAll(town: ProofTown): Promise<void> {
    for (let tries = 1; tries <= mostGuesses; tries += 1) {
      expect(await guess(town, 'guesser', false)).toBe(says.wrong);
      // Counted although refused, and although each guess came as a new command.
      expect(triesOf(town, 'guesser')).toBe(tries);
      town.clock.advanceMs(1000);
    }
  }

  test('the sixth guess of a day is refused although it is right', async () => {
    const town = await open();
    await guessAll(town);
    for (const right of [true, false, true]) {
      expect(await guess(town, 'guesser', right)).toBe('too-many-tries');
    }
    town.clock.advanceMs(untilTomorrowMs(town) - 1);
    expect(await guess(town, 'guesser', true)).toBe('too-many-tries');
    town.clock.advanceMs(1);
    expect(await guess(town, 'guesser', true)).toBe(says.right);
  });

  test('the fifth may still be right, and others have their own five', async () => {
    const town = await open();
    for (let tries = 1; tries < mostGuesses; tries += 1) await guess(town, 'guesser', false);
    expect(await guess(town, 'other', false)).toBe(says.wrong);
    expect(await guess(town, 'guesser', true)).toBe(says.right);
  });

  test('fifty at once do not get past five', async () => {
    const town = await open();
    const all = Array.from({ length: 50 }, () => guess(town, 'guesser', false));
    const codes = await Promise.all(all);
    expect(codes.filter((code) => code === says.wrong)).toHaveLength(mostGuesses);
    const rest = codes.filter((code) => code !== says.wrong);
    expect(rest.every((code) => code === 'too-many-tries' || code === 'busy')).toBe(true);
    expect(triesOf(town, 'guesser')).toBe(mostGuesses);
    expect(await guess(town, 'guesser', true)).toBe('too-many-tries');
  }, 60_000);

  test('erasing oneself, or a night’s erasing, gives no new guesses', async () => {
    const town = await open();
    await guessAll(town);
    await town.as('guesser').call(people.eraseMe, {});
    await town.timer('jobs', 'erase-expired');
    expect(await guess(town, 'guesser', true)).toBe('too-many-tries');
  });
});

test('somebody who waits for an answer cannot guess on by erasing themselves', async () => {
  const town = await openProofTown();
  for (let tries = 1; tries < mostGuesses; tries += 1) await joining.guess(town, 'guesser', false);
  expect(await joining.guess(town, 'guesser', true)).toBe('ok');
  await town.as('guesser').must(people.eraseMe, {});
  expect(await joining.guess(town, 'guesser', false)).toBe('too-many-tries');
});
