// What became of the records of one file: asks until the file has been read.
import { send } from '../api.js';
import { alert, element } from '../dom.js';
import { lastingFault, OUR_FAULT } from '../fault.js';
import { keyed, showProblem } from './api-form.js';
import { formats } from './formats.js';
import { count, pageOf, signInAgain, timeIn, timeLeft } from './shared.js';

const AGAIN = 1500;
const LATER = 6000;

const keys = keyed();
let next;

function answer(found) {
  if (found.trial && found.state !== 'FAILED') {
    return tried(found);
  }
  if (found.state === 'RUNNING') {
    return found.waiting ? 'Waiting for its turn: other files are being read' : `Reading: ${count(found.lines)} records so far`;
  }
  if (found.state === 'STOPPED') {
    return `Stopped after ${count(found.lines)} records, ${Math.floor((100 * found.bytesRead) / Math.max(found.bytes, 1))}% of the file, by ${found.stoppedBy}`;
  }
  if (found.state === 'DONE') {
    return `Done: ${count(found.accepted)} of ${count(found.lines)} records taken in`;
  }
  if (found.trial && found.failure?.resumable) {
    return 'Interrupted. Nothing was recorded';
  }
  return found.failure?.resumable ? `Interrupted after ${count(found.lines)} records` : `This file cannot be read as ${found.formatTitle}`;
}

function tried(found) {
  if (found.state === 'RUNNING') {
    return found.waiting ? 'Waiting for its turn: other files are being read' : 'Trying the file. Nothing of it is recorded';
  }
  if (found.state === 'STOPPED') {
    return `Stopped by ${found.stoppedBy}. Nothing was recorded`;
  }
  return `Tried, and nothing was recorded: ${count(found.accepted)} of ${count(found.lines)} records would be taken in`;
}

/** How an import that stands still goes on. */
function wayOn(found, time) {
  if (found.trial) {
    return found.fileKeptUntil ? `Trying begins again with the first record: the file is kept until ${time(found.fileKeptUntil)}, and no longer.` : 'Send the same file again to try it.';
  }
  return found.fileKeptUntil
    ? `What is in stays in. Reading can go on where it stopped: the file is kept until ${time(found.fileKeptUntil)}, and no longer.`
    : 'Send the same file again: what is in stays in, and reading goes on where it stopped.';
}

function showFailure(place, found, time) {
  const box = place.querySelector('[data-failure]');
  box.hidden = found.failure === null && found.state !== 'STOPPED';
  if (box.hidden) {
    return;
  }
  const { resumable, file, column, reason, expected } = found.failure ?? { resumable: true };
  const about = [file, column].filter(Boolean).join(', ');
  box.querySelector('[data-why]').textContent = reason ? `Why: ${about ? `${about}: ` : ''}${reason}.` : '';
  box.querySelector('[data-expected]').textContent = expected ? `Expected: ${expected}` : '';
  box.querySelector('[data-what-now]').replaceChildren(
    ...(resumable
      ? [wayOn(found, time)]
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

/** Why records were rejected, most records first, and then each of them. */
function showErrors(place, found) {
  const section = place.querySelector('[data-errors]');
  const errors = found.rejected === 0 ? [] : (found.errors ?? []);
  section.hidden = errors.length === 0;
  const why = section.querySelector('[data-why-rejected]');
  why.hidden = found.rejectedReasons.length === 0;
  why.querySelector('tbody').replaceChildren(
    ...found.rejectedReasons.map((one) =>
      element('tr', {}, [
        element('th', { scope: 'row' }, [[one.file, one.column ?? 'whole line'].filter(Boolean).join(' ')]),
        element('td', {}, [one.reason]),
        element('td', {}, [count(one.count)]),
        element('td', {}, [one.firstLines.map(count).join('; ') + (one.count > one.firstLines.length ? ' …' : '')]),
      ]),
    ),
  );
  section.querySelector('[data-each-rejected] tbody').replaceChildren(
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
    part.hidden = part.dataset.holds !== format.holds || found.trial || found.state === 'RUNNING' || found.accepted + found.duplicates === 0;
  }
}

/** Offers to stop or to go on. Where the button that was pressed goes, the focus goes on to what is there now. */
function offer(place, found) {
  const stop = place.querySelector('[data-do="stop"]');
  const resume = place.querySelector('[data-do="resume"]');
  const take = place.querySelector('[data-do="take"]');
  const pressed = document.activeElement;
  stop.hidden = found.state !== 'RUNNING';
  const kept = found.fileKeptUntil !== null;
  const wasTried = found.trial && found.state === 'DONE';
  resume.hidden = !kept || wasTried;
  take.hidden = !kept || !wasTried;
  const told = place.querySelector('[data-tried]');
  told.hidden = !wasTried;
  told.replaceChildren(
    'The answers are those of the moment it was tried, and hold as long as nothing else is recorded. ',
    ...(kept
      ? [`To take it in, the file is kept until ${timeIn(place.dataset.zone)(found.fileKeptUntil)}, and no longer.`]
      : ['The file is not kept any more. ', element('a', { href: '/imports' }, ['Send it again']), ' to take it in.']),
  );
  if ((pressed === stop || pressed === resume) && pressed.hidden) {
    ([stop, resume].find((one) => !one.hidden) ?? place.querySelector('.bl-said')).focus();
  }
}

function show(place, found) {
  const running = found.state === 'RUNNING';
  const still = found.state === 'STOPPED' || found.failure?.resumable;
  place.querySelector('[data-problem]').replaceChildren();
  place.querySelector('[data-state]').textContent = answer(found);
  const bar = place.querySelector('progress');
  bar.classList.toggle('bl-done', !running && !still);
  bar.max = Math.max(found.bytes, 1);
  bar.value = running || still ? found.bytesRead : bar.max;
  if (running && found.trial) {
    bar.removeAttribute('value');
  }
  for (const words of found.trial ? place.querySelectorAll('[data-when-tried]') : []) {
    words.textContent = words.dataset.whenTried;
  }
  place.querySelector('[data-left]').textContent = running && !found.waiting && !found.trial ? timeLeft(found.secondsLeft) : '';
  offer(place, found);
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
  showFailure(place, found, time);
  showReasons(place, found);
  showNotes(place, found);
  showErrors(place, found);
  return running;
}

const studentsOf = (number) => (number === 1 ? '1 student' : `${count(number)} students`);

/** A student who may be chosen. */
function choiceOf({ student, number, school, since }) {
  const told = number ?? 'no number on record';
  return element('tr', {}, [
    element('td', {}, [element('input', { type: 'checkbox', name: 'students[]', value: student, 'aria-label': `${told} has left` })]),
    element('th', { scope: 'row' }, [told]),
    element('td', {}, [school ?? 'none']),
    element('td', {}, [since ?? 'not told']),
  ]);
}

/** Asked once a whole roster has been read, and for those behind a student who is listed. */
async function showMissing(place, after) {
  const behind = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const outcome = await send('GET', `/api/commands/imports/${encodeURIComponent(place.dataset.import)}/missing${behind}`);
  const section = place.querySelector('[data-missing]');
  const rows = section.querySelector('tbody');
  const found = outcome.kind === 'accepted' ? outcome.body : { count: 0, students: [], more: false };
  if (after === undefined) {
    section.hidden = found.count === 0;
    section.querySelector('[data-missing-count]').textContent = studentsOf(found.count);
    rows.replaceChildren();
  } else if (outcome.kind !== 'accepted') {
    showProblem(section.querySelector('[data-problem]'), outcome);
    return;
  }
  rows.append(...found.students.map(choiceOf));
  section.querySelector('[data-listed]').textContent =
    rows.rows.length < found.count ? `${count(rows.rows.length)} of them are listed.` : '';
  const more = section.querySelector('[data-list-more]');
  more.hidden = !found.more;
  more.onclick = () => showMissing(place, found.students.at(-1).student);
  if (after !== undefined) {
    rows.querySelector(`[value="${CSS.escape(found.students[0]?.student ?? '')}"]`)?.focus();
  }
}

/** Asks once more after a while, and not twice. */
function later(pause, place, format) {
  clearTimeout(next);
  next = setTimeout(ask, pause, place, format);
}

async function act(place, trigger) {
  if (trigger.getAttribute('aria-disabled') === 'true') {
    return;
  }
  trigger.setAttribute('aria-disabled', 'true');
  const what = trigger.dataset.do;
  const outcome = await send('POST', `/api/commands/imports/${encodeURIComponent(place.dataset.import)}/${what}`, undefined, { key: keys.keyFor(what) });
  trigger.setAttribute('aria-disabled', 'false');
  if (outcome.kind !== 'unknown' && outcome.kind !== 'signed-out') {
    keys.settle();
  }
  if (outcome.kind === 'accepted' && what === 'take') {
    location.assign(pageOf(outcome.body));
  } else if (outcome.kind === 'accepted') {
    show(place, outcome.body);
    later(AGAIN, place);
  } else {
    await ask(place);
    showProblem(place.querySelector('[data-problem]'), outcome);
  }
}

async function ask(place, format) {
  const outcome = await send('GET', `/api/commands/imports/${encodeURIComponent(place.dataset.import)}`);
  const problem = place.querySelector('[data-problem]');
  if (outcome.kind === 'accepted') {
    lastingFault(place, outcome);
    const known = format ?? ((await formats) ?? []).find((one) => one.name === outcome.body.format);
    const running = show(place, outcome.body);
    if (known) {
      showFormat(place, known, outcome.body);
      if (known.holds === 'STUDENTS' && outcome.body.state === 'DONE' && !outcome.body.trial) {
        await showMissing(place);
      }
    }
    place.classList.remove('bl-waiting');
    if (running) {
      later(AGAIN, place, known);
    }
  } else if (outcome.kind === 'unknown') {
    const fault = lastingFault(place, outcome);
    problem.replaceChildren(
      fault === null
        ? alert('warning', 'No answer yet', ['Asking again in a moment. Reading the file goes on meanwhile.'])
        : alert('error', OUR_FAULT, fault),
    );
    later(LATER, place, format);
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

const place = document.querySelector('[data-import]');
for (const trigger of place.querySelectorAll('[data-do]')) {
  trigger.addEventListener('click', () => act(place, trigger));
}
ask(place);
