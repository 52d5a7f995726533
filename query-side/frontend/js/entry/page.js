// The officer's entry page: puts its parts together and sees an entry through to its record.
import { newKey, renewSession, send } from '../api.js';
import { alert, button, element } from '../dom.js';
import { Advice, classParts } from './advice.js';
import { buildDocument } from './document.js';
import { clearErrors, showProblem } from './errors.js';
import { readForm } from './form.js';
import { keepChoices, restoreChoices } from './kept-choices.js';
import { Students } from './students.js';
import { Submission } from './submission.js';

const form = document.getElementById('entry');
const outcomeBox = document.getElementById('outcome');
const sendButton = document.getElementById('send');
const sendState = document.getElementById('send-state');
let dirty = false;

const students = new Students(form, () => changed());
const advice = new Advice(form, (section) => students.referBack(section));
const submission = new Submission(
  (entry, key) => send('POST', '/api/commands/incidents', entry, { key, timeout: 20000 }),
  newKey,
);

restoreChoices(form);
students.add();

form.addEventListener('input', () => changed());
form.addEventListener('change', () => changed());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  record();
});
document.getElementById('add-student').addEventListener('click', () => {
  students.add().focus();
  changed();
});
window.addEventListener('beforeunload', (event) => {
  if (dirty || submission.unsettled) {
    event.preventDefault();
  }
});

function changed() {
  dirty = true;
  keepChoices(form);
  advice.soon();
}

async function record() {
  if (sendButton.getAttribute('aria-disabled') === 'true') {
    return;
  }
  clearErrors(form);
  outcomeBox.replaceChildren();
  // What is shown while sending is no part of what is sent: the same form must make the same document.
  advice.stop();
  busy(true);
  try {
    show(await sendWithSession(buildDocument(readForm(form))));
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
  sendButton.setAttribute('aria-disabled', String(isBusy));
  sendState.textContent = isBusy ? 'Recording…' : '';
}

function show(outcome) {
  switch (outcome.kind) {
    case 'accepted':
      showRecorded(outcome);
      break;
    case 'refused':
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
      announce('warning', 'No answer yet', [
        'The connection was lost or the server is busy, so it is not known whether the contact was recorded. Keep this page open and try again: it will not be recorded twice.',
        recordAgain(),
      ]);
  }
}

function showSignedOut() {
  announce('warning', 'You are signed out', [
    'Your session has ended. Everything you typed is still here. Sign in in a new tab, come back to this one, and record.',
    element('p', {}, [
      element('a', { href: '/sign-in', target: '_blank', rel: 'noopener' }, ['Sign in (opens a new tab)']),
    ]),
    recordAgain(),
  ]);
}

const recordAgain = () => element('p', {}, [button('Record the contact', () => record())]);

function announce(kind, heading, content) {
  outcomeBox.replaceChildren(alert(kind, heading, content));
  outcomeBox.focus();
}

function showRecorded(outcome) {
  const { body } = outcome;
  dirty = false;
  form.hidden = true;
  const cases = body.interactions.map((interaction, i) =>
    element('section', { class: 'bl-card bl-recorded' }, [
      element('h3', {}, [body.interactions.length === 1 ? 'The student' : `Student ${i + 1}`]),
      ...classParts(interaction),
      element('p', {}, [element('a', { href: `/cases/${interaction.id}` }, ['Open the case'])]),
    ]),
  );
  const parts = [...cases];
  if (outcome.changedSince) {
    parts.unshift(
      element('p', { class: 'usa-alert__text' }, [
        'It was recorded as you first sent it. What you changed afterwards is not in it: open the case to correct it.',
      ]),
    );
  }
  parts.push(element('p', {}, [element('a', { class: 'usa-button', href: '/entry' }, ['Log another contact'])]));
  announce('success', `Recorded as ${body.number}`, parts);
}
