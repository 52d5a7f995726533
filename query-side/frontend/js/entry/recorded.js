// After an entry was recorded: its number, how it is counted, its receipt, and for ten minutes the way to undo it.
import { newKey } from '../api.js';
import { alert, button, element } from '../dom.js';
import { lastingFault } from '../fault.js';
import { className } from './classes.js';

const KIND = 'recorded';
const TICK = 5000;

/** Keeps what was recorded here on this device while it can be undone, so that a reload does not take the way back. */
export class RecordedHere {
  #vault;

  /** @param {import('../vault.js').Vault|null} vault null when nothing is kept */
  constructor(vault) {
    this.#vault = vault;
  }

  async keep(recorded) {
    await this.#vault?.keep(KIND, `recorded-${recorded.incident}`, recorded).catch(() => {});
  }

  async forget(incident) {
    await this.#vault?.forget(`recorded-${incident}`).catch(() => {});
  }

  /** What was recorded here in the last day, the newest first. */
  async all(now) {
    const kept = (await this.#vault?.all(KIND).catch(() => [])) ?? [];
    const fresh = [];
    for (const { id, content } of kept) {
      if (now - new Date(content.recordedAt) < 86400000) {
        fresh.push(content);
      } else {
        await this.#vault.forget(id);
      }
    }
    return fresh;
  }
}

/** What has to be known of a recorded entry to show and undo it. */
export function recordedOf(outcome, document, now) {
  const { body, headers } = outcome;
  return {
    incident: body.incident,
    number: body.number,
    recordedAt: now.toISOString(),
    version: body.version,
    undoUntil: body.undoUntil ?? null,
    receipt: headers?.get('Brightline-Receipt') ?? null,
    occurredAt: document.occurredAt,
    interactions: body.interactions.map(({ id, class: name, advice, missing }) => ({ id, class: name, advice, missing })),
    reviewed: isReviewed(body.interactions, document.students),
    students: document.students.map((student) => ({ number: student.student?.number ?? null, conduct: student.conduct })),
  };
}

/** Whether a supervisor's review was opened with it, which an undo does not close: arrests, flagged contacts, missing facts. */
const isReviewed = (interactions, students) =>
  interactions.some((interaction) => ['ROUTINE_DISCIPLINE', 'NEEDS_REVIEW'].includes(interaction.class)) ||
  students.some((student) => student.actions.some((action) => action.code.startsWith('A3_')));

/** Who was logged before at that time for that conduct: the same contact, perhaps. @returns {object|null} */
export function loggedBefore(document, kept) {
  const quarter = (iso) => Math.floor(new Date(iso) / 900000);
  return (
    kept.find(
      (one) =>
        quarter(one.occurredAt) === quarter(document.occurredAt) &&
        document.students.some(
          (student) =>
            student.student?.number &&
            one.students.some(
              (earlier) => earlier.number === student.student.number && earlier.conduct.some((code) => student.conduct.includes(code)),
            ),
        ),
    ) ?? null
  );
}

/**
 * The card of a recorded entry.
 *
 * @param {{mayOpen: boolean, undone: (recorded: object) => void, send: Function, now: () => Date}} page
 */
export function recordedCard(recorded, page, extra = []) {
  const several = recorded.interactions.length > 1;
  const parts = [...extra];
  recorded.interactions.forEach((interaction, i) => {
    parts.push(
      element('div', { class: 'bl-recorded' }, [
        element('h3', {}, [several ? `Student ${i + 1}: ${className(interaction.class)}` : className(interaction.class)]),
        element('p', {}, [interaction.advice ?? '']),
        ...(page.mayOpen ? [element('p', {}, [element('a', { href: `/cases/${interaction.id}` }, ['Open the case'])])] : []),
      ]),
    );
  });
  parts.push(undoLine(recorded, page));
  if (recorded.receipt) {
    parts.push(receiptLine(recorded.receipt));
  }
  parts.push(element('p', {}, [element('a', { class: 'usa-button', href: '/entry' }, ['Log the next contact'])]));
  return alert('success', `Recorded as ${recorded.number}`, parts);
}

/** The undo of a recorded entry: with the time left, gone when it is over. */
export function undoLine(recorded, page) {
  const line = element('div', { class: 'bl-undo' });
  const until = recorded.undoUntil === null ? 0 : new Date(recorded.undoUntil).getTime();
  const key = newKey();
  const said = element('span', { class: 'bl-soft bl-small', role: 'status' });
  const undo = button('Undo', () => run(), 'usa-button usa-button--outline');
  const left = element('span', { class: 'bl-soft' });
  const minutes = () => Math.ceil((until - page.now().getTime()) / 60000);
  async function run() {
    undo.disabled = true;
    said.textContent = 'Undoing…';
    const outcome = await page.send('POST', `/api/commands/incidents/${recorded.incident}/undo`, undefined, {
      key,
      version: recorded.version,
      timeout: 20000,
    });
    if (outcome.kind === 'accepted') {
      clearInterval(timer);
      page.undone(recorded);
      return;
    }
    undo.disabled = outcome.kind === 'refused';
    said.textContent =
      outcome.kind === 'refused'
        ? [outcome.problem?.title, outcome.problem?.action].filter(Boolean).join(' ')
        : outcome.kind === 'signed-out'
          ? 'You are signed out: sign in in a new tab, then undo here.'
          : (lastingFault(line, outcome)?.join(' ') ?? 'No answer yet. Undo again: it is not done twice.');
  }
  const draw = () => {
    if (minutes() <= 0) {
      clearInterval(timer);
      const how = page.mayOpen ? 'It can still be corrected on its case' : 'The officer or a supervisor can still correct it on its case';
      line.replaceChildren(element('p', { class: 'bl-soft' }, [`The ten minutes to undo it are over. ${how}: what is corrected stays beside what it corrects.`]));
    } else {
      left.textContent = `${minutes()} ${minutes() === 1 ? 'minute' : 'minutes'} left. Undone, it counts in no figure; that it was recorded and undone stays on record.`;
    }
  };
  const timer = setInterval(draw, TICK);
  line.append(undo, left, said);
  draw();
  return line;
}

function receiptLine(receipt) {
  const short = receipt.length > 20 ? `${receipt.slice(0, 8)} … ${receipt.slice(-6)}` : receipt;
  const said = element('span', { class: 'bl-soft bl-small', role: 'status' });
  const copy = button(
    'Copy',
    async () => {
      try {
        await navigator.clipboard.writeText(receipt);
        said.textContent = 'Copied.';
      } catch {
        said.textContent = 'Copy it from the details.';
      }
    },
    'usa-button usa-button--unstyled',
  );
  return element('div', { class: 'bl-receipt' }, [
    element('p', {}, ['Receipt: ', element('code', {}, [short]), ' ', copy, ' ', said]),
    element('details', { class: 'bl-more' }, [
      element('summary', {}, ['What is this?']),
      element('p', {}, ['It proves that this entry was taken in as it was sent. Keep it with your own notes.']),
      element('p', {}, [element('code', { class: 'bl-receipt__whole' }, [receipt])]),
    ]),
  ]);
}
