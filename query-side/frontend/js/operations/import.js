// What became of the lines of one file: asks until the file has been read.
import { send } from '../api.js';
import { alert, element } from '../dom.js';
import { signInAgain, timeIn } from './shared.js';

const AGAIN = 2000;
const LATER = 6000;

const STATES = {
  RUNNING: (lines) => `Reading: ${lines} lines so far`,
  DONE: (lines) => `Done: ${lines} lines read`,
  FAILED: (lines) => `Stopped after ${lines} lines. Send the same file again: what is in stays in, and reading goes on where it stopped.`,
};

function showErrors(place, found) {
  const section = place.querySelector('[data-errors]');
  const errors = found.errors ?? [];
  section.hidden = errors.length === 0;
  section.querySelector('tbody').replaceChildren(
    ...errors.map((error) =>
      element('tr', {}, [
        element('th', { scope: 'row' }, [error.file ? `${error.file} ${error.line}` : String(error.line)]),
        element('td', {}, [error.column ?? 'whole line']),
        element('td', {}, [error.reason]),
      ]),
    ),
  );
  const more = found.rejected - errors.length;
  section.querySelector('[data-more]').textContent = more > 0 ? `and ${more} more` : '';
}

function show(place, found) {
  const running = found.state === 'RUNNING';
  place.querySelector('[data-problem]').replaceChildren();
  place.querySelector('[data-state]').textContent = (STATES[found.state] ?? STATES.FAILED)(found.lines);
  const bar = place.querySelector('progress');
  bar.hidden = !running;
  bar.max = Math.max(found.bytes, 1);
  bar.value = found.bytesRead;
  const time = timeIn(place.dataset.zone);
  const facts = {
    ...found,
    startedAt: time(found.startedAt),
    endedAt: found.endedAt ? time(found.endedAt) : 'not yet',
    assumeImminent: found.assumeImminent === 'no' ? 'assumed: no immediate threat' : 'not stated, to be reviewed',
  };
  for (const fact of place.querySelectorAll('[data-fact]')) {
    fact.textContent = String(facts[fact.dataset.fact]);
  }
  place.querySelector('dl').hidden = false;
  showErrors(place, found);
  return running;
}

async function ask(place) {
  const outcome = await send('GET', `/api/commands/imports/${encodeURIComponent(place.dataset.import)}`);
  const problem = place.querySelector('[data-problem]');
  if (outcome.kind === 'accepted') {
    if (show(place, outcome.body)) {
      setTimeout(ask, AGAIN, place);
    }
  } else if (outcome.kind === 'unknown') {
    problem.replaceChildren(alert('warning', 'No answer yet', ['Asking again in a moment. Reading the file goes on meanwhile.']));
    setTimeout(ask, LATER, place);
  } else {
    place.querySelector('[data-state]').textContent = '';
    problem.replaceChildren(
      outcome.kind === 'signed-out' ? signInAgain() : alert('error', 'No such import', ['Check the address, or choose from all imports.']),
    );
  }
}

ask(document.querySelector('[data-import]'));
