// The officer's entry page: puts its parts together and sees an entry through to its record.
import { newKey, renewSession, send } from '../api.js';
import { alert, button, element } from '../dom.js';
import { lastingFault, OUR_FAULT } from '../fault.js';
import { openVault } from '../vault.js';
import { buildDocument } from './document.js';
import { Drafts } from './drafts.js';
import { clearErrors, clearField, showMissing, showProblem } from './errors.js';
import { askDays } from './days.js';
import { fillContact, readForm, studentSections } from './form.js';
import { keepChoices, restoreChoices } from './kept-choices.js';
import { Line } from './line.js';
import { missingIn } from './missing.js';
import { readBack } from './readback.js';
import { loggedBefore, recordedCard, RecordedHere, recordedOf, undoLine } from './recorded.js';
import { Students } from './students.js';
import { Submission } from './submission.js';
import { momentText, timeOfDay, wordsOf } from './words.js';
import { zonedIso } from './zoned-time.js';

const SAVE_PAUSE = 150;

const byId = (id) => document.getElementById(id);
const form = byId('entry');
const zone = form.dataset.zone;
const reading = byId('reading');
const outcomeBox = byId('outcome');
const notices = byId('notices');
const recordButton = byId('record');
const sendState = byId('send-state');
const saved = byId('saved');
const asOfficer = form.dataset.officer !== undefined;

// A device whose clock is wrong by minutes takes the server's: what was shown, and when, is part of the record.
const ahead = new Date(zonedIso(form.dataset.now, zone)).getTime() - Date.now();
const now = () => new Date(Math.abs(ahead) > 120000 ? Date.now() + ahead : Date.now());

let vault = null;
let drafts = null;
let recordedHere = new RecordedHere(null);
let begun = false;
let finished = false;
let saving = 0;
let changes = 0;
let toRecord = null;
let acceptedSame = null;

const students = new Students(form, () => changed(), now);
const line = new Line(form, students, () => changed(), now);
const submission = new Submission(
  (entry, key) => send('POST', '/api/commands/incidents', entry, { key, timeout: 20000 }),
  newKey,
  () => save(),
);

restoreChoices(form);
for (const kind of ['input', 'change']) {
  form.addEventListener(kind, (event) => {
    // What is answered is no longer wrong; a text that is no code its picker judges when it is left.
    clearField(event.target);
    askDays(form);
    changed();
  });
}
// Enter never records, in no field: there is nothing here that a form could send.
form.addEventListener('submit', (event) => event.preventDefault());
byId('add-student').addEventListener('click', () => {
  students.addLike(studentSections(form).at(-1)).focus();
  changed();
});
byId('read-back').addEventListener('click', () => showReading());
byId('change').addEventListener('click', () => showForm());
recordButton.addEventListener('click', () => record());
window.addEventListener('beforeunload', (event) => {
  if (begun && !finished && drafts === null) {
    event.preventDefault();
  }
});
begin();

/** Looks for what this account kept on this device, and for what stands open in other tabs. */
async function begin() {
  vault = await openVault();
  if (vault === null) {
    notices.append(
      alert('warning', 'Nothing you type is kept on this device', [
        'This browser cannot keep entries sealed here. Keep this page open until the entry is recorded.',
      ]),
    );
    return;
  }
  recordedHere = new RecordedHere(vault);
  const mine = new Drafts(vault);
  const { free, open } = await mine.look();
  if (begun) {
    // Typing began before the look was over: that entry is this tab's.
    drafts = mine;
    save();
    return;
  }
  drafts = mine;
  await offerUndo();
  if (open.length > 0) {
    showElsewhere(open, free);
  } else {
    await bringBack(free);
  }
}

/** What was recorded a moment ago can be undone from a new page as well. */
async function offerUndo() {
  for (const recorded of await recordedHere.all(now())) {
    if (recorded.undoUntil !== null && new Date(recorded.undoUntil) > now()) {
      const box = alert('info', `${recorded.number} is recorded`, [undoLine(recorded, cardPage())]);
      box.dataset.incident = recorded.incident;
      notices.append(box);
    }
  }
}

function showElsewhere(open, free) {
  form.hidden = true;
  const box = alert('info', 'Signed in. Go back to your entry', [
    `As it was at ${timeOfDay(new Date(open[0].savedAt), zone)}, it stands in another tab of this browser. Record it there.`,
    element('p', {}, [
      button(
        'Log another contact here',
        async () => {
          box.remove();
          form.hidden = false;
          await bringBack(free);
          byId('occurred-at').focus();
        },
        'usa-button usa-button--outline',
      ),
    ]),
  ]);
  box.dataset.elsewhere = '';
  notices.append(box);
}

async function bringBack(free) {
  for (const draft of free) {
    if (await drafts.take(draft.id)) {
      restore(draft);
      offerOthers(free.filter((other) => other !== draft));
      return;
    }
  }
}

function restore({ content, savedAt }) {
  fillContact(form, content.state);
  const sections = studentSections(form);
  content.state.students.forEach((student, i) => students.fill(sections[i] ?? students.add(), student));
  askDays(form);
  begun = true;
  saySaved(new Date(savedAt));
  const words = [`It was kept on this device on ${momentText(savedAt, zone)}`, 'Nothing of it has been recorded.'];
  if (content.pending) {
    submission.resume(content.pending);
    announce('warning', 'This entry was being recorded when the page closed', [
      'It is not known whether it arrived. Send it again: it will not be recorded twice.',
      recordAgain('Send it again'),
    ]);
  } else {
    const box = alert('info', 'Your entry is back', words);
    box.dataset.restored = '';
    notices.append(box);
  }
  line.soon();
}

function offerOthers(others) {
  if (others.length === 0) {
    return;
  }
  const box = alert('info', others.length === 1 ? 'One more entry is not recorded yet' : `${others.length} more entries are not recorded yet`, [
    element(
      'ul',
      {},
      others.map((other) => {
        const { state } = other.content;
        const school = state.school ? `, ${choiceText('school', state.school)}` : '';
        return element('li', {}, [
          `Kept ${momentText(other.savedAt, zone)}${school} `,
          button(
            'Open it in this tab',
            async () => {
              await save();
              sessionStorage.setItem('entry-draft', other.id);
              location.reload();
            },
            'usa-button usa-button--unstyled',
          ),
        ]);
      }),
    ),
  ]);
  notices.append(box);
}

function changed() {
  begun = true;
  changes += 1;
  saved.dataset.state = 'typing';
  if (!reading.hidden) {
    // The line answered once more while the entry was being read back: what was shown is recorded with it.
    toRecord = buildDocument(readForm(form));
  }
  keepChoices(form);
  line.soon();
  clearTimeout(saving);
  saving = setTimeout(() => save(), SAVE_PAUSE);
}

/** Keeps what stands in the form, and what is being sent under which key. */
async function save() {
  clearTimeout(saving);
  if (drafts === null || finished) {
    return;
  }
  const upTo = changes;
  try {
    const at = await drafts.save({ state: readForm(form), pending: submission.pending });
    if (!finished) {
      saySaved(at);
      saved.dataset.state = upTo === changes ? 'kept' : 'typing';
    }
  } catch {
    saved.replaceChildren('Not kept on this device: its storage is full or closed. Keep this page open.');
  }
}

window.addEventListener('pagehide', () => save());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && begun) {
    save();
  }
});

function saySaved(at) {
  const discard = button('Discard', () => askDiscard(), 'usa-button usa-button--unstyled');
  discard.id = 'discard';
  if (!byId('discard')) {
    saved.replaceChildren(element('span', {}), ' ', discard);
  }
  saved.firstElementChild.textContent = `Saved on this device ${timeOfDay(at, zone, true)}`;
}

function askDiscard() {
  const box = alert('warning', 'Discard this entry?', [
    'Nothing of it has been recorded. What you typed is deleted from this device.',
    element('div', { class: 'bl-buttons' }, [
      button('Discard the entry', async () => {
        finished = true;
        await drafts.drop();
        location.assign('/entry');
      }),
      button(
        'Keep it',
        () => {
          box.remove();
          byId('discard')?.focus();
        },
        'usa-button usa-button--outline',
      ),
    ]),
  ]);
  box.tabIndex = -1;
  notices.querySelector('[data-discard]')?.remove();
  box.dataset.discard = '';
  notices.append(box);
  box.focus();
}

function known() {
  const tiers = new Map(students.codes.map((code) => [code.value, code.tier]));
  return {
    officer: asOfficer,
    tierOf: (code) => tiers.get(code) ?? null,
    isAlternative: (outcome) =>
      outcome !== '' && form.querySelector(`[data-key="outcome"] option[value="${outcome}"]`)?.dataset.isAlternative !== undefined,
    nameOf: (code) => students.actionName(code),
  };
}

async function showReading() {
  clearErrors(form);
  outcomeBox.replaceChildren();
  const state = readForm(form);
  const missing = missingIn(state, known());
  if (missing.length > 0) {
    showMissing(form, missing);
    return;
  }
  const entry = buildDocument(state);
  const before = loggedBefore(entry, await recordedHere.all(now()));
  if (before !== null && acceptedSame !== before.incident) {
    showSame(before);
    return;
  }
  toRecord = entry;
  byId('reading-facts').replaceChildren(...factParts(readBack(entry, spoken)));
  form.hidden = true;
  reading.hidden = false;
  reading.focus();
}

/** The page's words for what an entry holds. */
const spoken = { zone, choice: choiceText, conduct: conductText, action: (code) => students.actionName(code) };

/** The entry as lines of text. */
function plainText(entry) {
  const { facts, students: each } = readBack(entry, spoken);
  const lines = (list) => list.map(([label, value]) => `${label}: ${value}`);
  return [...lines(facts), ...each.flatMap((student, i) => ['', `Student ${i + 1}`, ...lines(student.facts)])].join('\n');
}

function showSame(before) {
  announce('warning', `You logged this at ${timeOfDay(new Date(before.occurredAt), zone)} as ${before.number}. The same?`, [
    'The same student, the same conduct, the same quarter of an hour.',
    element('div', { class: 'bl-buttons' }, [
      ...(form.dataset.cases === undefined
        ? []
        : [element('a', { class: 'usa-button usa-button--outline', href: `/cases/${before.interactions[0].id}` }, ['The same: open it'])]),
      button('Another one: read it back', () => {
        acceptedSame = before.incident;
        showReading();
      }),
    ]),
  ]);
}

function factParts({ facts, notStated, students: each }) {
  const several = each.length > 1;
  const parts = [factList(facts)];
  each.forEach((student, i) => {
    parts.push(element('h3', {}, [several ? `Student ${i + 1}` : 'The student']), factList(student.facts));
  });
  const blank = [...notStated, ...each.flatMap((student, i) => student.notStated.map((label) => (several ? `${label} (student ${i + 1})` : label)))];
  parts.push(
    element('h3', {}, ['Not stated']),
    element('p', {}, [blank.length === 0 ? 'Nothing that was asked.' : `${blank.join(', ')}. Recorded as not stated, never as “no”.`]),
  );
  return parts;
}

const factList = (facts) =>
  element('dl', { class: 'bl-facts' }, facts.flatMap(([label, value]) => [element('dt', {}, [label]), element('dd', {}, [value])]));

/** What the page calls a value of one of its questions. */
function choiceText(key, value) {
  const untick = key === 'untick' ? wordsOf('untick-reasons').get(value) : undefined;
  if (untick !== undefined) {
    return untick;
  }
  if (key === 'reference') {
    return form.querySelector(`label[for="reference-${value}"]`)?.textContent ?? value;
  }
  if (key === 'present') {
    return form.querySelector(`[data-present][value="${value}"]`)?.nextElementSibling.textContent ?? value;
  }
  const lists = {
    forceKind: '[data-force="kind"]',
    forceReason: '[data-force="reason"]',
    unusedReason: '[data-alternative]',
  };
  const option = form.querySelector(`${lists[key] ?? `[data-key="${key}"]`} option[value="${value}"]`);
  return option?.textContent ?? form.querySelector(`[data-pick="${key}"] input[value="${value}"]`)?.nextElementSibling.textContent ?? value;
}

function conductText(value) {
  const code = students.codes.find((one) => one.value === value);
  return code ? `${code.name} (${code.code})` : value;
}

function showForm() {
  reading.hidden = true;
  form.hidden = false;
  byId('read-back').focus();
}

async function record() {
  if (recordButton.getAttribute('aria-disabled') === 'true') {
    return;
  }
  outcomeBox.replaceChildren();
  line.stop();
  busy(true);
  try {
    show(await sendWithSession(toRecord ?? submission.pending.document));
  } finally {
    busy(false);
  }
}

/** Sends; when only the session's token was stale, takes the new one and sends again. */
async function sendWithSession(entry) {
  const outcome = await submission.send(entry);
  if (outcome.kind !== 'signed-out') {
    return outcome;
  }
  const session = await renewSession('/entry');
  if (session !== 'ready') {
    return { ...outcome, kind: session };
  }
  const again = await submission.send(entry);
  return again.kind === 'signed-out' && again.status === 403 ? { ...again, kind: 'not-allowed' } : again;
}

function busy(isBusy) {
  recordButton.setAttribute('aria-disabled', String(isBusy));
  sendState.textContent = isBusy ? 'Recording…' : '';
}

function show(outcome) {
  const fault = lastingFault(outcomeBox, outcome);
  switch (outcome.kind) {
    case 'accepted':
      showRecorded(outcome);
      break;
    case 'refused':
      save();
      showForm();
      students.askWho(outcome.problem);
      showProblem(form, outcome.problem);
      break;
    case 'signed-out':
      showSignedOut();
      break;
    case 'other-account':
      announce('error', 'Another account is signed in', [
        'This entry was begun under another account and cannot be recorded under this one. Sign out, sign in again as yourself in a new tab, then record here. Nothing you typed is lost.',
        recordAgain(),
      ]);
      break;
    case 'not-allowed':
      announce('error', 'This account may not record contacts', [
        outcome.problem?.action ?? 'Ask your system administrator for the right role. Nothing you typed is lost.',
      ]);
      break;
    default:
      if (fault !== null) {
        showFault(fault);
        break;
      }
      announce('warning', 'No answer yet', [
        `The connection was lost or the server is busy, so it is not known whether the contact was recorded. ${drafts === null ? 'Keep this page open and try again' : 'Your entry is kept on this device. Try again'}: it will not be recorded twice.`,
        recordAgain(),
      ]);
  }
}

/** Trying again will not help: says so, says what to quote, and hands the entry out, so that it is not lost with this device. */
function showFault(words) {
  const text = element('textarea', { class: 'usa-textarea', id: 'entry-as-text', rows: '10', readonly: '' });
  text.value = plainText(toRecord ?? submission.pending.document);
  announce('error', OUR_FAULT, [
    ...words,
    drafts === null ? 'Keep this page open, or copy the entry and keep it safe.' : 'Your entry is kept on this device. You can also copy it and keep it safe.',
    element('label', { class: 'usa-label', for: text.id }, ['The entry as text']),
    text,
    element('div', { class: 'bl-buttons' }, [
      button('Select the text to copy it', () => text.select(), 'usa-button usa-button--outline'),
      button('Try again', () => record()),
    ]),
  ]);
}

function showSignedOut() {
  announce('warning', 'You are signed out', [
    'Your session has ended. Everything you typed is still here. Sign in in a new tab, come back to this one, and record.',
    element('p', {}, [element('a', { href: '/entry', target: '_blank', rel: 'noopener' }, ['Sign in (opens a new tab)'])]),
    recordAgain(),
  ]);
}

const recordAgain = (words = 'Record the contact') => element('p', {}, [button(words, () => record())]);

function announce(kind, heading, content) {
  outcomeBox.replaceChildren(alert(kind, heading, content));
  outcomeBox.focus();
}

async function showRecorded(outcome) {
  const recorded = recordedOf(outcome, outcome.document, now());
  const other = outcome.changedSince === true;
  finished = true;
  await drafts?.drop();
  await recordedHere.keep(recorded);
  form.hidden = true;
  reading.hidden = true;
  notices.replaceChildren();
  saved.replaceChildren('');
  const extra = other
    ? [
        element('p', {}, [
          `It was recorded as you first sent it. What you changed afterwards is not in it. ${form.dataset.cases === undefined ? 'Undo it here to enter it anew.' : 'Undo it here to enter it anew, or correct it on the case.'}`,
        ]),
      ]
    : [];
  outcomeBox.replaceChildren(recordedCard(recorded, cardPage(), extra));
  outcomeBox.focus();
}

function cardPage() {
  return { mayOpen: form.dataset.cases !== undefined, undone: showUndone, send, now };
}

async function showUndone(recorded) {
  await recordedHere.forget(recorded.incident);
  const words = [
    `${recorded.number} counts in no figure. That it was recorded and undone stays on record.`,
    ...(recorded.reviewed ? ['The review that was opened with it goes on: a supervisor sees that it was undone.'] : []),
  ];
  const here = finished && outcomeBox.childElementCount > 0;
  notices.querySelector(`[data-incident="${recorded.incident}"]`)?.remove();
  if (!here) {
    notices.append(alert('success', `${recorded.number} was undone`, words));
    return;
  }
  announce('success', `${recorded.number} was undone`, [
    ...words,
    'What you entered is still on this page.',
    element('div', { class: 'bl-buttons' }, [
      button('Go back to what you entered', () => {
        finished = false;
        toRecord = null;
        outcomeBox.replaceChildren();
        changed();
        showForm();
      }),
      element('a', { class: 'usa-button usa-button--outline', href: '/entry' }, ['Log another contact']),
    ]),
  ]);
}
