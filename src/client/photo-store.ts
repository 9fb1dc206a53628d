const databaseName = 'kept-photos';
const storeName = 'photos';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function within<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await open();
  try {
    return await new Promise<Value>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = ask(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Photos of a browser phone, by name; localStorage is too small for them. */
export const photoStore = {
  async put(name: string, photo: Blob): Promise<void> {
    await within('readwrite', (store) => store.put(photo, name));
  },
  async get(name: string): Promise<Blob | null> {
    const found = await within<Blob | undefined>('readonly', (store) => store.get(name));
    return found ?? null;
  },
  async remove(name: string): Promise<void> {
    await within('readwrite', (store) => store.delete(name));
  },
};
