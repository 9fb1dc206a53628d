import type { Store, Transaction } from '../../cloudfunctions/runtime/store/store';
import type { OpenStore } from './open-store';

type Purse = { total: number };

/** The part of the contract that concerns one transaction. */
export function transactionContract(open: OpenStore): void {
  let store: Store;

  beforeAll(() => {
    store = open();
  });

  const totalOf = async (id: string) => (await store.get<Purse>('purses', id))?.total ?? null;
  const put = (id: string, total: number) =>
    store.transact(async (tx) => tx.set('purses', id, { total }));

  test('all writes of a transaction are there, or none', async () => {
    const result = await store.transact(async (tx) => {
      tx.create('purses', 'a', { total: 1 });
      tx.set('purses', 'b', { total: 2 });
      return 'done';
    });
    expect(result).toBe('done');
    expect([await totalOf('a'), await totalOf('b')]).toEqual([1, 2]);
    const failed = store.transact(async (tx) => {
      tx.set('purses', 'a', { total: 10 });
      tx.remove('purses', 'b');
      tx.create('purses', 'c', { total: 3 });
      throw new Error('thought better of it');
    });
    await expect(failed).rejects.toThrow('thought better of it');
    expect([await totalOf('a'), await totalOf('b'), await totalOf('c')]).toEqual([1, 2, null]);
  });

  test('a transaction sees its own writes, others see them when it has ended', async () => {
    await put('own', 1);
    await store.transact(async (tx) => {
      tx.set('purses', 'own', { total: 2 });
      expect(await tx.get('purses', 'own')).toEqual({ _id: 'own', total: 2 });
      expect(await totalOf('own')).toBe(1);
      tx.create('purses', 'own-new', { total: 5 });
      tx.set('purses', 'own-new', { total: 6 });
      expect(await tx.get('purses', 'own-new')).toMatchObject({ total: 6 });
      tx.remove('purses', 'own');
      expect(await tx.get('purses', 'own')).toBeNull();
    });
    expect([await totalOf('own'), await totalOf('own-new')]).toEqual([null, 6]);
  });

  test('removed and made again in one transaction is replaced', async () => {
    await put('again', 1);
    await store.transact(async (tx) => {
      tx.remove('purses', 'again');
      tx.create('purses', 'again', { total: 2 });
    });
    expect(await totalOf('again')).toBe(2);
  });

  test('creating what this transaction has written already is our mistake', async () => {
    const twice = store.transact(async (tx) => {
      tx.create('purses', 'twice', { total: 1 });
      tx.create('purses', 'twice', { total: 2 });
    });
    await expect(twice).rejects.toThrow('assertion');
    expect(await totalOf('twice')).toBeNull();
  });

  test('what was discarded is not written, what came after it is', async () => {
    await store.transact(async (tx) => {
      tx.set('purses', 'discarded', { total: 1 });
      tx.discard();
      expect(await tx.get('purses', 'discarded')).toBeNull();
      tx.set('purses', 'kept', { total: 2 });
    });
    expect([await totalOf('discarded'), await totalOf('kept')]).toEqual([null, 2]);
  });

  test('reads are of one moment', async () => {
    await put('left', 50);
    await put('right', 50);
    const seen = await store.transact(async (tx) => {
      const left = await tx.get<Purse>('purses', 'left');
      await store.transact(async (other) => {
        other.set('purses', 'left', { total: 0 });
        other.set('purses', 'right', { total: 100 });
      });
      const right = await tx.get<Purse>('purses', 'right');
      return (left?.total ?? 0) + (right?.total ?? 0);
    });
    expect(seen).toBe(100);
  });

  test('a transaction without writes conflicts with nobody and runs once', async () => {
    await put('watched', 1);
    let runs = 0;
    const seen = await store.transact(async (tx) => {
      runs += 1;
      const purse = await tx.get<Purse>('purses', 'watched');
      await put('watched', 2);
      return purse?.total;
    });
    expect([seen, runs, await totalOf('watched')]).toEqual([1, 1, 2]);
  });

  test('a document written since the snapshot: the callback runs again and sees it', async () => {
    await put('raced', 1);
    let runs = 0;
    await store.transact(async (tx) => {
      runs += 1;
      const purse = await tx.get<Purse>('purses', 'raced');
      if (runs === 1) await put('raced', 10);
      tx.set('purses', 'raced', { total: (purse?.total ?? 0) + 1 });
    });
    expect([runs, await totalOf('raced')]).toEqual([2, 11]);
  });

  test('an id made by somebody else meanwhile: the callback runs again and finds it', async () => {
    let runs = 0;
    const found = await store.transact(async (tx) => {
      runs += 1;
      const known = await tx.get<Purse>('purses', 'claimed');
      if (known) return known.total;
      if (runs === 1) await put('claimed', 7);
      tx.create('purses', 'claimed', { total: 1 });
      return null;
    });
    expect([found, runs, await totalOf('claimed')]).toEqual([7, 2, 7]);
  });

  test('50 makers of one id: one makes it', async () => {
    const makers = Array.from({ length: 50 }, (_, index) =>
      store.transact(async (tx) => {
        if (await tx.get('purses', 'only')) return false;
        tx.create('purses', 'only', { total: index });
        return true;
      }),
    );
    expect((await Promise.all(makers)).filter(Boolean)).toHaveLength(1);
  });

  test('setting what was read to what it was collides like any other write', async () => {
    for (const name of ['rested-on', 'rested-on', 'new-to-this']) {
      await put(name, 1);
      let runs = 0;
      const rest = async (tx: Transaction) => {
        runs += 1;
        const purse = await tx.get<Purse>('purses', name);
        expect(purse).toEqual({ _id: name, total: 1 });
        if (purse) tx.set('purses', name, purse);
        expect(await tx.get('purses', name)).toEqual(purse);
      };
      let first = true;
      await store.transact(async (tx) => {
        await rest(tx);
        if (first) await store.transact(rest);
        first = false;
      });
      expect([name, runs]).toEqual([name, 3]);
      expect(await store.get('purses', name)).toEqual({ _id: name, total: 1 });
      expect(await store.query('purses', { where: { _id: name }, limit: 1 })).toEqual([
        { _id: name, total: 1 },
      ]);
    }
  });

  // The platform does not prevent it either: what must agree has to be one document.
  test('two transactions that read what the other writes both commit', async () => {
    await put('on-duty-1', 1);
    await put('on-duty-2', 1);
    let runs = 0;
    await store.transact(async (tx) => {
      runs += 1;
      await tx.get('purses', 'on-duty-2');
      await store.transact(async (other) => {
        await other.get('purses', 'on-duty-1');
        other.set('purses', 'on-duty-2', { total: 0 });
      });
      tx.set('purses', 'on-duty-1', { total: 0 });
    });
    expect([runs, await totalOf('on-duty-1'), await totalOf('on-duty-2')]).toEqual([1, 0, 0]);
  });
}
