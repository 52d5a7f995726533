// What became of the records of one file: asks until the file has been read.
import { send } from '../api.js';
import { alert, element } from '../dom.js';
import { formats } from './formats.js';
import { count, signInAgain, timeIn } from './shared.js';

const AGAIN = 1500;
const LATER = 6000;

function answer(found) {
  if (found.state === 'RUNNING') {
    return `Reading: ${count(found.lines)} records so far`;
  }
  if (found.state === 'DONE') {
    return `Done: ${count(found.accepted)} of ${count(found.lines)} records taken in`;
  }
  return found.failure?.resumable ? `Interrupted after ${count(found.lines)} records` : `This file cannot be read as ${found.formatTitle}`;
}

function showFailure(place, found) {
  const box = place.querySelector('[data-failure]');
  box.hidden = found.failure === null;
  if (found.failure === null) {
    return;
  }
  const { resumable, file, column, reason, expected } = found.failure;
  const about = [file, column].filter(Boolean).join(', ');
  box.querySelector('[data-why]').textContent = `Why: ${about ? `${about}: ` : ''}${reason}.`;
  box.querySelector('[data-expected]').textContent = expected ? `Expected: ${expected}` : '';
  box.querySelector('[data-what-now]').replaceChildren(
    ...(resumable
      ? ['Send the same file again: what is in stays in, and reading goes on where it stopped.']
      : ['Nothing of it was taken in. Mend the file, or send one of the format it is said to be: ', element('a', { href: `/imports#format-${found.format}` }, ['what that format holds']), '.']),
  );
}

function showReasons(place, found) {
  const told = found.outOfScopeReasons.reduce((sum, one) => sum + one.count, 0);
  const lines = found.outOfScopeReasons.map((one) => `${count(one.count)}: ${one.reason}`);
  if (told < found.outOfScope) {
    lines.push(`${count(found.outOfScope - told)}: the reason was not kept then`);
  }
  place.querySelector('[data-reasons]').replaceChildren(...lines.map((line) => element('li', {}, [line])));
}

function showNotes(place, found) {
  const box = place.querySelector('[data-notes]');
  box.hidden = found.notes.length === 0;
  box.querySelector('ul').replaceChildren(...found.notes.map((note) => element('li', {}, [note])));
}

function showErrors(place, found) {
  const section = place.querySelector('[data-errors]');
  const errors = found.rejected === 0 ? [] : (found.errors ?? []);
  section.hidden = errors.length === 0;
  section.querySelector('tbody').replaceChildren(
    ...errors.map((error) =>
      element('tr', {}, [
        element('th', { scope: 'row' }, [error.file ? `${error.file} ${error.line}` : count(error.line)]),
        element('td', {}, [error.column ?? 'whole line']),
        element('td', {}, [error.reason]),
      ]),
    ),
  );
  const more = found.rejected - errors.length;
  section.querySelector('[data-more]').textContent = more > 0 ? `and ${count(more)} more` : '';
}

/** Contacts, students, officers or enrollment; one of its formats said nothing of threats. */
function showFormat(place, format, found) {
  for (const part of place.querySelectorAll('[data-assume]')) {
    part.hidden = !format.takesAssumeImminent;
  }
  for (const part of place.querySelectorAll('[data-holds]')) {
    part.hidden = part.dataset.holds !== format.holds || found.state === 'RUNNING' || found.accepted + found.duplicates === 0;
  }
}

function show(place, found) {
  const running = found.state === 'RUNNING';
  place.querySelector('[data-problem]').replaceChildren();
  place.querySelector('[data-state]').textContent = answer(found);
  const bar = place.querySelector('progress');
  bar.classList.toggle('bl-done', !running);
  bar.max = Math.max(found.bytes, 1);
  bar.value = running ? found.bytesRead : bar.max;
  const time = timeIn(place.dataset.zone);
  const facts = {
    ...found,
    recorded: found.accepted - found.changed,
    fileName: found.fileName ?? 'not told',
    startedAt: time(found.startedAt),
    endedAt: found.endedAt ? time(found.endedAt) : 'not yet',
    assumeImminent: found.assumeImminent === 'no' ? 'assumed: no immediate threat' : 'not stated, to be reviewed',
  };
  for (const fact of place.querySelectorAll('[data-fact]')) {
    const value = facts[fact.dataset.fact];
    fact.textContent = typeof value === 'number' ? count(value) : value;
  }
  place.querySelector('[data-again]').hidden = !new URLSearchParams(location.search).has('again') || found.state !== 'DONE';
  showFailure(place, found);
  showReasons(place, found);
  showNotes(place, found);
  showErrors(place, found);
  return running;
}

/** Asked once a whole roster has been read. */
async function showMissing(place) {
  const outcome = await send('GET', `/api/commands/imports/${encodeURIComponent(place.dataset.import)}/missing`);
  const students = outcome.kind === 'accepted' ? outcome.body.count : 0;
  place.querySelector('[data-missing]').hidden = students === 0;
  place.querySelector('[data-missing-count]').textContent = students === 1 ? '1 student' : `${count(students)} students`;
}

async function ask(place, format) {
  const outcome = await send('GET', `/api/commands/imports/${encodeURIComponent(place.dataset.import)}`);
  const problem = place.querySelector('[data-problem]');
  if (outcome.kind === 'accepted') {
    const known = format ?? ((await formats) ?? []).find((one) => one.name === outcome.body.format);
    const running = show(place, outcome.body);
    if (known) {
      showFormat(place, known, outcome.body);
      if (known.holds === 'STUDENTS' && outcome.body.state === 'DONE') {
        await showMissing(place);
      }
    }
    place.classList.remove('bl-waiting');
    if (running) {
      setTimeout(ask, AGAIN, place, known);
    }
  } else if (outcome.kind === 'unknown') {
    problem.replaceChildren(alert('warning', 'No answer yet', ['Asking again in a moment. Reading the file goes on meanwhile.']));
    setTimeout(ask, LATER, place, format);
  } else {
    place.querySelector('[data-state]').textContent = '';
    for (const part of place.querySelectorAll('dl, h2, progress')) {
      part.hidden = true;
    }
    problem.replaceChildren(
      outcome.kind === 'signed-out' ? signInAgain() : alert('error', 'No such import', ['Check the address, or choose from all imports.']),
    );
  }
}

ask(document.querySelector('[data-import]'));
