import {
  mostPerQuery,
  type Query,
  type Store,
  StoreBusy,
} from '../../cloudfunctions/runtime/store/store';
import type { OpenStore } from './open-store';
import { transactionContract } from './transaction-contract';

export const indexes = {
  things: [
    {
      name: 'by-owner',
      fields: [
        { name: 'owner', direction: '1' as const },
        { name: 'rank', direction: '1' as const },
      ],
      unique: false,
    },
    {
      name: 'by-key',
      fields: [
        { name: 'keys', direction: '1' as const },
        { name: 'rank', direction: '1' as const },
      ],
      unique: false,
    },
    {
      name: 'by-owner-label',
      fields: [
        { name: 'owner', direction: '1' as const },
        { name: 'rank', direction: '1' as const },
        { name: 'label', direction: '1' as const },
      ],
      unique: false,
    },
  ],
  purses: [],
};

export type Thing = {
  owner: string;
  rank: number;
  label?: string;
  keys?: string[];
  not?: string[];
};

/** What every adapter of the Store port must do; run on each of them. */
export function storeContract(open: OpenStore): void {
  let store: Store;

  beforeAll(() => {
    store = open();
  });

  describe('reading', () => {
    beforeAll(async () => {
      await store.transact(async (tx) => {
        for (const rank of [3, 1, 5, 2, 4]) {
          tx.create('things', `mine-${rank}`, { owner: 'me', rank });
        }
        tx.create('things', 'theirs', { owner: 'them', rank: 1 });
      });
    });

    const ranks = async (more: object) => {
      const query = { where: { owner: 'me' }, limit: mostPerQuery, ...more };
      return (await store.query<Thing>('things', query)).map((thing) => thing.rank);
    };
    const rising = { order: { field: 'rank', direction: 'asc' } };
    const falling = { order: { field: 'rank', direction: 'desc' } };

    test('one document by id, with its id, or nothing', async () => {
      const expected = { _id: 'mine-3', owner: 'me', rank: 3 };
      expect(await store.get('things', 'mine-3')).toEqual(expected);
      expect(await store.get('things', 'nobody')).toBeNull();
    });

    test('no document by an empty id, inside a transaction or outside', async () => {
      await expect(store.get('things', '')).rejects.toThrow('named by its id');
      await expect(store.transact((tx) => tx.get('things', ''))).rejects.toThrow('named by its id');
      const writes = ['create', 'set'] as const;
      for (const write of writes) {
        const writing = store.transact(async (tx) => tx[write]('things', '', { owner: 'x' }));
        await expect(writing).rejects.toThrow('named by its id');
      }
      const removing = store.transact(async (tx) => tx.remove('things', ''));
      await expect(removing).rejects.toThrow('named by its id');
    });

    test('by equality, in both orders, with a limit, going on behind a value', async () => {
      expect(await ranks(rising)).toEqual([1, 2, 3, 4, 5]);
      expect(await ranks(falling)).toEqual([5, 4, 3, 2, 1]);
      expect(await ranks({ ...rising, limit: 2 })).toEqual([1, 2]);
      expect(await ranks({ ...rising, limit: 2, after: 2 })).toEqual([3, 4]);
      expect(await ranks({ ...falling, limit: 2, after: 4 })).toEqual([3, 2]);
      expect(await ranks({ ...rising, after: 5 })).toEqual([]);
      expect(await store.query('things', { where: { owner: 'nobody' }, limit: 1 })).toEqual([]);
    });

    test('those with the same value in the order of another field', async () => {
      await store.transact(async (tx) => {
        for (const [at, label] of ['b', 'd', 'a', 'c'].entries()) {
          tx.create('things', `alike-${9 - at}`, { owner: 'alike', rank: 7, label });
        }
        tx.create('things', 'alike-first', { owner: 'alike', rank: 6, label: 'z' });
      });
      const labels = async (direction: 'asc' | 'desc') => {
        const order = { field: 'rank', direction, within: 'label' };
        const query = { where: { owner: 'alike' }, order, limit: 10 };
        return (await store.query<Thing>('things', query)).map(({ label }) => label).join('');
      };
      expect(await labels('asc')).toBe('zabcd');
      expect(await labels('desc')).toBe('dcbaz');
    });

    test('what has any of several keys, in order, without what is not for the reader', async () => {
      const kept: [rank: number, keys: string[], not: string[]][] = [
        [1, ['a', 'b'], []],
        [2, ['b'], ['me']],
        [3, ['c'], []],
        [4, ['a'], ['you', 'me']],
        [5, ['b', 'c'], ['you']],
      ];
      await store.transact(async (tx) => {
        for (const [rank, keys, not] of kept) {
          tx.create('things', `keyed-${rank}`, { owner: 'keyed', rank, keys, not });
        }
      });
      const found = async (keys: string[], anyOf: string[], more: object = {}) => {
        const asked = { where: { keys }, ...rising, limit: 10, without: { field: 'not', anyOf } };
        const things = await store.query<Thing>('things', { ...asked, ...more } as Query);
        return things.map(({ rank }) => rank);
      };
      expect(await found(['a', 'b'], ['nobody'])).toEqual([1, 2, 4, 5]);
      expect(await found(['a', 'b'], ['me'])).toEqual([1, 5]);
      expect(await found(['a', 'b', 'c'], ['me', 'you'])).toEqual([1, 3]);
      expect(await found(['a', 'b'], ['me'], { after: 1 })).toEqual([5]);
      expect(await found(['a', 'b'], ['me'], { limit: 1 })).toEqual([1]);
    });

    test('any of several ids, also where some are not there', async () => {
      const where = { _id: ['mine-3', 'nobody', 'theirs', 'mine-1'] };
      const found = await store.query<Thing & { _id: string }>('things', { where, limit: 10 });
      expect(found.map(({ _id }) => _id).sort()).toEqual(['mine-1', 'mine-3', 'theirs']);
      const both = await store.query<Thing>('things', {
        where: { ...where, owner: 'me' },
        limit: 10,
      });
      expect(both.map(({ rank }) => rank).sort()).toEqual([1, 3]);
    });

    test('a query with a hole, an operator or no limit is our mistake and never runs', async () => {
      const holes = [
        {},
        { owner: undefined },
        { owner: null },
        { owner: { $ne: 1 } },
        { owner: [] },
        { owner: ['me', null] },
        { owner: [['me']] },
        { owner: 'me', rank: [{ $gt: 0 }] },
      ];
      for (const where of holes) {
        const query = { where: where as Record<string, string>, limit: 10 };
        await expect(store.query('things', query)).rejects.toThrow('assertion');
      }
      for (const without of [
        { field: 'label', anyOf: [] },
        { field: 'label', anyOf: [null] },
        { field: 'owner', anyOf: ['them'] },
      ]) {
        const query = { where: { owner: 'me' }, without, limit: 10 } as unknown as Query;
        await expect(store.query('things', query)).rejects.toThrow('assertion');
      }
      for (const limit of [0, -1, mostPerQuery + 1]) {
        const query = { where: { owner: 'me' }, limit };
        await expect(store.query('things', query)).rejects.toThrow('assertion');
      }
    });

    test('a collection that nobody declared is an error, not an empty answer', async () => {
      await expect(store.get('nowhere', 'a')).rejects.toThrow();
      await expect(store.query('nowhere', { where: { a: 1 }, limit: 1 })).rejects.toThrow();
    });

    test('a query that no declared index serves is refused, not slow', async () => {
      const where = { label: 'none' };
      const query = store.query('things', { where, limit: 1 });
      await expect(query).rejects.toThrow('No declared index of things serves label');
      const order = { field: 'label', direction: 'asc' } as const;
      const sorted = store.query('things', { where: { rank: 1 }, order, limit: 1 });
      await expect(sorted).rejects.toThrow('No declared index');
    });

    test('what is read is a copy', async () => {
      const thing = await store.get<Thing>('things', 'mine-1');
      if (thing) thing.rank = 99;
      expect(await store.get('things', 'mine-1')).toMatchObject({ rank: 1 });
    });
  });

  test('values come back as they went in; an undefined field was never there', async () => {
    const value = {
      ...{ text: '嘎查村 “引号” \\ \u2028 😀', zero: 0, negative: -7, fraction: 0.25 },
      ...{ instant: 1_795_000_000_000, largest: Number.MAX_SAFE_INTEGER, yes: true, none: null },
      ...{ list: [1, 'two', { three: [] }], empty: {}, nested: { deep: { deeper: '$x' } } },
    };
    await store.transact(async (tx) => tx.set('things', 'values', { ...value, hole: undefined }));
    const back = await store.get<Record<string, unknown>>('things', 'values');
    expect(back).toEqual({ ...value, _id: 'values' });
    expect(Object.keys(back ?? {})).not.toContain('hole');
  });

  test('set replaces the whole document', async () => {
    await store.transact(async (tx) => tx.set('things', 'whole', { a: 1, b: { c: 1 } }));
    await store.transact(async (tx) => tx.set('things', 'whole', { b: { d: 2 } }));
    expect(await store.get('things', 'whole')).toEqual({ _id: 'whole', b: { d: 2 } });
  });

  transactionContract(open);

  test('50 writers of one document lose nothing', async () => {
    await store.transact(async (tx) => tx.set('purses', 'hot', { total: 0 }));
    const add = () =>
      store.transact(async (tx) => {
        const purse = await tx.get<{ total: number }>('purses', 'hot');
        tx.set('purses', 'hot', { total: (purse?.total ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 50 }, add));
    expect(await store.get('purses', 'hot')).toMatchObject({ total: 50 });
  });

  test('conflicts that do not end: busy after the attempts allowed, nothing written', async () => {
    const pauses: number[] = [];
    const impatient = open({
      ...{ attempts: 3, firstPauseMs: 10, longestPauseMs: 15, random: () => 0.5 },
      sleep: async (pauseMs) => void pauses.push(pauseMs),
    });
    await store.transact(async (tx) => tx.set('purses', 'fought', { total: 0 }));
    let tried = 0;
    const fight = impatient.transact(async (tx) => {
      tried += 1;
      await tx.get('purses', 'fought');
      await store.transact(async (other) => other.set('purses', 'fought', { total: tried }));
      tx.set('purses', 'side', { total: 1 });
      tx.set('purses', 'fought', { total: -1 });
    });
    await expect(fight).rejects.toBeInstanceOf(StoreBusy);
    expect(tried).toBe(3);
    expect(pauses).toEqual([5, 7.5, 7.5]);
    expect(await store.get('purses', 'fought')).toMatchObject({ total: 3 });
    expect(await store.get('purses', 'side')).toBeNull();
  });
}
