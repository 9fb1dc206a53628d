import { connect } from '../../config/deploy/cloud-api';
import { type Answers, askAll, type Place } from '../../config/deploy/live/ask';
import baseline from '../../config/deploy/live/baseline.json';
import { openLivePlace } from '../../config/deploy/live/live-place';
import { openLocalPlace } from '../../config/deploy/live/local-place';
import { onlyMeasured, questions, slowQuestions } from '../../config/deploy/live/questions';
import { report } from '../../config/deploy/live/report';
import { type StandIn, startStandIn } from './stand-in/server';
import './stand-in/redirect.cjs';

const standInAnswers: Answers = baseline;
const quick = Object.keys(questions).filter((probe) => !slowQuestions.includes(probe));
const howToRenew = 'npm run live-check -- --local --write';

let local: Awaited<ReturnType<typeof openLocalPlace>>;
beforeAll(async () => {
  local = await openLocalPlace(() => {});
}, 60_000);
afterAll(() => local.close());

test(`the stand-in answers as the baseline says (else: ${howToRenew})`, async () => {
  const answers = await askAll(local.place, quick);
  const compared = quick.filter((probe) => !onlyMeasured.includes(probe));
  for (const probe of compared) {
    expect({ [probe]: answers[probe] }).toEqual({ [probe]: standInAnswers[probe] });
  }
}, 120_000);

test('every question has an answer of the stand-in, and none is "it failed"', () => {
  expect(Object.keys(standInAnswers)).toEqual(Object.keys(questions));
  for (const answer of Object.values(standInAnswers)) {
    expect(answer).not.toHaveProperty('failed');
  }
});

test('what a real environment answers otherwise is named, what is only measured is not', () => {
  const live = { ...standInAnswers, 'write-skew': ['ok', 'no'], 'query-time': { largest: 1 } };
  const { differs, answers } = report('an-environment', live, standInAnswers);
  expect(differs).toEqual(['write-skew']);
  expect(answers['write-skew']).toMatchObject({ live: ['ok', 'no'], standIn: ['ok', 'ok'] });
});

describe('in an environment', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    jest.spyOn(console, 'log').mockImplementation(() => {});
    standIn = await startStandIn();
    process.env.STAND_IN_URL = standIn.url;
    standIn.invoke = (_name, event) => {
      const asked = event as Parameters<Place['call']>[0];
      return local.place.call({ ...asked, collection: local.place.collection });
    };
  });
  afterEach(() => standIn.stop());

  const open = () => {
    const { environmentId, secretId } = standIn.account;
    const credentials = { secretId, secretKey: 'of the tests' };
    const api = connect(
      { environmentId, region: 'ap-shanghai', credentials },
      { attempts: 3, firstPauseMs: 1 },
    );
    return openLivePlace(api, null, { say: () => {}, callAsUser: null });
  };

  test('a function and a collection of one name come, answer and go', async () => {
    const { place, name, close } = await open();
    const { account } = standIn;
    expect(name).toMatch(/^live-check-[0-9a-f]{12}$/);
    expect([...account.functions.keys(), ...account.collections.keys()]).toEqual([name, name]);
    expect(account.collections.get(name)?.rule.AclTag).toBe('ADMINONLY');
    const probes = ['context', 'duplicate-id', 'write-skew', 'caller-before'];
    const answers = await askAll(place, probes);
    expect(answers).toMatchObject({
      context: standInAnswers.context,
      'duplicate-id': standInAnswers['duplicate-id'],
      'write-skew': standInAnswers['write-skew'],
      'caller-before': expect.stringContaining('--phone'),
    });
    expect(await close()).toEqual([]);
    expect(account.functions.size + account.collections.size).toBe(0);
  }, 60_000);

  test('what cannot be taken away again is named', async () => {
    const { name, close } = await open();
    standIn.plan({ action: 'DeleteFunction', times: 1, code: 'UnauthorizedOperation' });
    expect(await close()).toEqual([`云函数 ${name}`]);
    expect(standIn.account.collections.size).toBe(0);
  }, 60_000);

  test('one that could not be made leaves nothing behind', async () => {
    standIn.plan({ action: 'CreateFunction', times: 1, code: 'UnauthorizedOperation' });
    await expect(open()).rejects.toThrow(/没有做这件事的权限/);
    expect(standIn.account.collections.size).toBe(0);
  }, 60_000);

  test('a question that fails says why, and the others go on', async () => {
    const { place, close } = await open();
    standIn.invoke = async (_name, event) =>
      (event as { probe: string }).probe === 'context' ? { failed: 'broken' } : { answer: 1 };
    const answers = await askAll(place, ['context', 'duplicate-id']);
    expect(answers).toEqual({ context: { failed: 'broken' }, 'duplicate-id': 1 });
    await close();
  }, 60_000);
});
