// The entry in this tab as it is kept on the device, and those of other tabs. A draft belongs to the one tab that holds its
// lock, so that two tabs never write over each other; a lock ends with its tab, however that ended.
import { newKey } from '../api.js';

const KIND = 'draft';
const TAB = 'entry-draft';
const RELOAD_PATIENCE = 1500;

export class Drafts {
  #vault;
  #id = null;
  #release = null;
  #writing = Promise.resolve();

  /** @param {import('../vault.js').Vault} vault */
  constructor(vault) {
    this.#vault = vault;
  }

  /** Drafts of this account, this tab's own and then the newest first; `open` are those that another tab holds. */
  async look() {
    const all = await this.#vault.all(KIND);
    const held = new Set();
    if (navigator.locks) {
      const { held: locks } = await navigator.locks.query();
      for (const lock of locks) {
        held.add(lock.name);
      }
    }
    const mine = tabsDraft();
    // This tab's own comes first, however new those are that other tabs left behind.
    return {
      free: [...all.filter((draft) => draft.id === mine), ...all.filter((draft) => draft.id !== mine && !held.has(lockOf(draft.id)))],
      open: all.filter((draft) => draft.id !== mine && held.has(lockOf(draft.id))),
    };
  }

  /** Takes a draft for this tab. @returns {Promise<boolean>} false when another tab has it */
  async take(id) {
    // After a reload the lock of the page that was is let go a moment later.
    if (!(await this.#hold(id, RELOAD_PATIENCE))) {
      return false;
    }
    this.#id = id;
    remember(id);
    return true;
  }

  /** Keeps what stands in the form, in the order of the calls. @returns {Promise<Date>} when it was kept */
  save(content) {
    if (this.#id === null) {
      this.#id = newKey();
      remember(this.#id);
      this.#hold(this.#id, 0);
    }
    const id = this.#id;
    const kept = this.#writing.then(() => this.#vault.keep(KIND, id, content));
    this.#writing = kept.catch(() => {});
    return kept;
  }

  get exists() {
    return this.#id !== null;
  }

  /** Forgets this tab's draft: it was recorded, or discarded. */
  async drop() {
    const id = this.#id;
    this.#id = null;
    remember(null);
    await this.#writing;
    if (id !== null) {
      await this.#vault.forget(id);
    }
    this.#release?.();
    this.#release = null;
  }

  #hold(id, patience) {
    if (!navigator.locks) {
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const how = patience > 0 ? { signal: AbortSignal.timeout(patience) } : {};
      navigator.locks
        .request(lockOf(id), how, () => {
          resolve(true);
          return new Promise((release) => {
            this.#release = release;
          });
        })
        .catch(() => resolve(false));
    });
  }
}

const lockOf = (id) => `brightline-draft-${id}`;

function tabsDraft() {
  try {
    return sessionStorage.getItem(TAB);
  } catch {
    return null;
  }
}

/** Which draft is this tab's: a random number, and nothing of what stands in it. */
function remember(id) {
  try {
    if (id === null) {
      sessionStorage.removeItem(TAB);
    } else {
      sessionStorage.setItem(TAB, id);
    }
  } catch {
    // Then a reload finds the draft as any free one.
  }
}
