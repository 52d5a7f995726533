// Sending one entry so that it is recorded once, whatever happens on the way.
//
// A key belongs to one document. While it is unknown whether a document was recorded, the same document goes again with the
// same key; only when the server has refused it does a corrected document get a new key.

export class Submission {
  #deliver;
  #newKey;
  #pending = null;
  #running = null;
  #keep;

  /**
   * @param {(document: object, key: string) => Promise<{kind: string}>} deliver sends once and tells the outcome
   * @param {() => string} newKey
   * @param {(pending: {document: object, key: string}) => Promise<void>} [keep] puts down what is about to be sent, under which key,
   *   before it goes, so that a page that dies on the way sends the same again
   */
  constructor(deliver, newKey, keep = async () => {}) {
    this.#deliver = deliver;
    this.#newKey = newKey;
    this.#keep = keep;
  }

  /** What is on its way or of unknown fate; null when nothing is. */
  get pending() {
    return this.#pending && { document: this.#pending.document, key: this.#pending.key };
  }

  /** Goes on with what an earlier page sent and never saw answered. */
  resume(pending) {
    this.#pending = { ...pending, text: JSON.stringify(pending.document) };
  }

  /** Whether a document is on its way or its fate unknown. */
  get unsettled() {
    return this.#pending !== null;
  }

  /**
   * Sends the document, or joins the sending under way. `changedSince` in an accepted outcome says that what was recorded is an
   * earlier state of the form, whose answer had been lost.
   */
  send(document) {
    this.#running ??= this.#attempt(document).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #attempt(document) {
    const text = JSON.stringify(document);
    if (this.#pending && this.#pending.text !== text) {
      const earlier = await this.#deliverPending();
      if (earlier.kind !== 'refused') {
        return earlier.kind === 'accepted' ? { ...earlier, changedSince: true } : earlier;
      }
    }
    this.#pending ??= { text, document, key: this.#newKey() };
    await this.#keep(this.pending);
    return this.#deliverPending();
  }

  async #deliverPending() {
    const { document, key } = this.#pending;
    const outcome = { ...(await this.#deliver(document, key)), document };
    if (outcome.kind === 'accepted' || outcome.kind === 'refused') {
      this.#pending = null;
    }
    return outcome;
  }
}
