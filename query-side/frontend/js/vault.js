// What a page keeps on this device: sealed with the account's own key, which is released after sign-in only and never stored
// here. Another account on the same device has another key and sees none of it. Entries wait here as drafts; whatever else a
// page has to keep through a crash or without a network can lie beside them under a kind of its own.
import { send } from './api.js';

const DATABASE = 'brightline';
const STORE = 'kept';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @returns {Promise<Vault|null>} null when this browser keeps nothing, cannot seal, or nobody is signed in */
export async function openVault() {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) {
    return null;
  }
  try {
    const answer = await send('GET', '/device-key', undefined, { timeout: 8000 });
    if (answer.kind !== 'accepted') {
      return null;
    }
    const bytes = Uint8Array.from(atob(answer.body.key), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    return new Vault(await openDatabase(), answer.body.account, key);
  } catch {
    return null;
  }
}

class Vault {
  #database;
  #account;
  #key;

  constructor(database, account, key) {
    this.#database = database;
    this.#account = account;
    this.#key = key;
  }

  get account() {
    return this.#account;
  }

  /** Keeps the content in the place of what was kept under this id. @returns {Promise<Date>} when */
  async keep(kind, id, content) {
    const savedAt = new Date();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: this.#label(kind, id) },
      this.#key,
      encoder.encode(JSON.stringify(content)),
    );
    await this.#run('readwrite', (store) => store.put({ id, account: this.#account, kind, savedAt: savedAt.toISOString(), iv, sealed }));
    return savedAt;
  }

  /** What this account keeps of a kind, the newest first; what cannot be opened is left out. */
  async all(kind) {
    const rows = await this.#run('readonly', (store) => store.index('account').getAll(this.#account));
    const opened = [];
    for (const row of rows.filter((one) => one.kind === kind)) {
      try {
        const clear = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: row.iv, additionalData: this.#label(kind, row.id) },
          this.#key,
          row.sealed,
        );
        opened.push({ id: row.id, savedAt: row.savedAt, content: JSON.parse(decoder.decode(clear)) });
      } catch {
        // Sealed for another key or damaged: of no use to anybody.
      }
    }
    return opened.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
  }

  forget(id) {
    return this.#run('readwrite', (store) => store.delete(id));
  }

  #label(kind, id) {
    return encoder.encode(`${this.#account}/${kind}/${id}`);
  }

  #run(mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  }
}

function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('account', 'account');
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
