import { atMost } from '../../cloudfunctions/runtime/store/at-most';
import { readRequestsAtOnce } from '../../cloudfunctions/runtime/store/cloudbase-store';
import { type Fate, fateOf } from '../../cloudfunctions/runtime/store/failures';
import { type Retrying, repeat } from '../../cloudfunctions/runtime/store/repeat';
import {
  type RawTransaction,
  StoreBusy,
  type Transaction,
} from '../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../cloudfunctions/runtime/store/transact';
import { Refusal } from '../../src/domain/kernel/refusal';
import {
  type LiveFailure,
  liveConflicts,
  liveRefusals,
  liveSilences,
} from '../support/live-failures';

const atOnce: Retrying = {
  ...{ attempts: 4, firstPauseMs: 1, longestPauseMs: 1 },
  random: () => 0,
  sleep: async () => undefined,
};

describe('the one place that judges errors of the database', () => {
  const byFate: readonly (readonly [Fate, readonly LiveFailure[]])[] = [
    ['conflict', liveConflicts],
    ['turned-away', liveRefusals],
    ['unclear', liveSilences],
  ];
  test.each(byFate)('%s, by code or by message', (fate, failures) => {
    expect(failures.map((failure) => fateOf(failure()))).toEqual(failures.map(() => fate));
  });

  test('as wx-server-sdk words it: a number, and the reason in the message', () => {
    const text = 'document.add:fail -502001 database request fail. E11000 duplicate key error';
    expect(fateOf({ errCode: -502001, errMsg: text, message: text })).toBe('conflict');
  });

  test('a gateway that answers with a number or a page of its own', () => {
    expect(fateOf({ code: '502', message: 'Bad Gateway' })).toBe('unclear');
    const page = new SyntaxError('Unexpected token < in JSON at position 0');
    expect(fateOf(page)).toBe('unclear');
  });

  test('what would be answered the same again is final', () => {
    const finals = [
      new Refusal('stock-gone', '换完了'),
      new Error('a document is created once'),
      { code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'Db or Table not exist: records' },
      { code: 'EXCEED_REQUEST_LIMIT', message: 'the package is used up' },
      null,
    ];
    expect(finals.map(fateOf)).toEqual(finals.map(() => 'final'));
  });
});

/** A transaction whose commit goes as told, time after time; the last way goes on. */
function shakyTransaction(ways: readonly (LiveFailure | null)[]) {
  const count = { begun: 0 };
  const nothing = async () => undefined;
  const begin = async (): Promise<RawTransaction> => {
    const failure = ways[Math.min(count.begun, ways.length - 1)];
    count.begun += 1;
    return {
      get: async () => null,
      ...{ create: nothing, set: nothing, remove: nothing, rollback: nothing },
      commit: async () => {
        if (failure) throw failure();
      },
    };
  };
  const write = async (how?: { findsItself: boolean }) =>
    transactWithRetry(begin, async (tx) => tx.set('purses', 'one', { total: 1 }), atOnce, how);
  return { count, write };
}

describe('a commit', () => {
  test.each(liveConflicts)('that does not stand is tried again', async (failure) => {
    const { count, write } = shakyTransaction([failure, failure, null]);
    await write();
    expect(count.begun).toBe(3);
  });

  test.each(liveSilences)(
    'whose answer is lost is not tried again unlooked at',
    async (silence) => {
      const { count, write } = shakyTransaction([silence, null]);
      const busy = await write().catch((error: unknown) => error);
      expect(busy).toBeInstanceOf(StoreBusy);
      expect(busy).toMatchObject({ mayStand: true });
      expect(count.begun).toBe(1);
    },
  );

  test.each(liveSilences)(
    'whose answer is lost is tried again by who finds it',
    async (silence) => {
      const { count, write } = shakyTransaction([silence, null]);
      await write({ findsItself: true });
      expect(count.begun).toBe(2);
    },
  );

  test.each(liveRefusals)(
    'or any request turned away at the gate is asked again, and what came before is not',
    async (refusal) => {
      const asked: string[] = [];
      const request = (name: string) => async () => {
        asked.push(name);
        if (asked.filter((each) => each === name).length < 3) throw refusal();
        return null;
      };
      const begin = async (): Promise<RawTransaction> => {
        asked.push('begin');
        const named = ['create', 'set', 'remove', 'commit', 'rollback'].map((name) => {
          return [name, async () => void (await request(name)())] as const;
        });
        return { get: request('get'), ...Object.fromEntries(named) } as unknown as RawTransaction;
      };
      const work = async (tx: Transaction) => {
        await tx.get('purses', 'one');
        tx.create('purses', 'two', {});
        tx.set('purses', 'one', {});
        tx.remove('purses', 'three');
      };
      await transactWithRetry(begin, work, atOnce);
      const each = ['get', 'create', 'set', 'remove', 'commit'];
      expect(asked).toEqual(['begin', ...each.flatMap((name) => [name, name, name])]);
    },
  );

  test('lost once, then in the way of others: nobody says that nothing was written', async () => {
    const [conflict, silence] = [liveConflicts[0], liveSilences[0]] as [LiveFailure, LiveFailure];
    const { write } = shakyTransaction([silence, conflict]);
    await expect(write({ findsItself: true })).rejects.toMatchObject({ mayStand: true });
  });
});

describe('trying again', () => {
  test('at the gate of a small package goes on as long as there is time', async () => {
    let tried = 0;
    const patient = { ...atOnce, timeLeftMs: () => 1000 };
    const work = async () => {
      tried += 1;
      if (tried < 30) throw liveRefusals[0]?.();
      return tried;
    };
    expect(await repeat(work, () => true, patient)).toBe(30);
    // Without a known limit nothing else would end it.
    tried = -1000;
    const unlimited = { ...atOnce, timeLeftMs: () => Number.POSITIVE_INFINITY };
    await expect(repeat(work, () => true, unlimited)).rejects.toThrow(StoreBusy);
  });

  test('ends with the time of the call, and says busy', async () => {
    let leftMs = 100;
    let tried = 0;
    const retrying: Retrying = {
      ...{ attempts: 1000, firstPauseMs: 30, longestPauseMs: 30 },
      random: () => 1,
      timeLeftMs: () => leftMs,
      sleep: async (pauseMs) => {
        leftMs -= pauseMs;
      },
    };
    const work = async () => {
      tried += 1;
      throw liveRefusals[0]?.();
    };
    const busy = { mayStand: false, timeIsUp: true };
    await expect(repeat(work, () => true, retrying)).rejects.toMatchObject(busy);
    expect(tried).toBe(4);
  });
});

describe('requests of one instance at the same time', () => {
  test('are as many as set, whatever is asked for, and none is lost', async () => {
    const inTurn = atMost(3);
    const seen = { now: 0, most: 0 };
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        inTurn(async () => {
          seen.now += 1;
          seen.most = Math.max(seen.most, seen.now);
          await new Promise((resolve) => setTimeout(resolve, 1));
          seen.now -= 1;
          if (index % 7 === 0) throw new Error('broke');
          return index;
        }),
      ),
    );
    expect(seen).toEqual({ now: 0, most: 3 });
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(34);
  });

  test('the setting is a whole number from 1 to 30, or it is not started', () => {
    expect([undefined, '', '1', '30'].map(readRequestsAtOnce)).toEqual([6, 6, 1, 30]);
    for (const wrong of ['0', '31', '2.5', 'many']) {
      expect(() => readRequestsAtOnce(wrong)).toThrow('JIFEN_REQUESTS_AT_ONCE');
    }
  });
});
