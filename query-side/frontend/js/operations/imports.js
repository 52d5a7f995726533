// The files taken in so far.
import { send } from '../api.js';
import { alert, element } from '../dom.js';
import { signInAgain, timeIn } from './shared.js';

const place = document.querySelector('[data-imports]');
const empty = place.querySelector('[data-empty]');

function row(one, time) {
  const number = (value) => element('td', { class: 'bl-number' }, [String(value)]);
  const started = element('time', { datetime: one.startedAt }, [time(one.startedAt)]);
  return element('tr', {}, [
    element('th', { scope: 'row' }, [element('a', { href: `/imports/${encodeURIComponent(one.id)}` }, [started])]),
    element('td', {}, [one.format]),
    element('td', {}, [one.state]),
    number(one.lines),
    number(one.accepted),
    number(one.rejected),
  ]);
}

const outcome = await send('GET', '/api/commands/imports');
if (outcome.kind === 'accepted') {
  const time = timeIn(place.dataset.zone);
  empty.textContent = outcome.body.length === 0 ? 'None so far.' : '';
  place.querySelector('tbody').replaceChildren(...outcome.body.map((one) => row(one, time)));
  place.querySelector('[role="region"]').hidden = outcome.body.length === 0;
} else {
  empty.textContent = '';
  place
    .querySelector('[data-problem]')
    .replaceChildren(outcome.kind === 'signed-out' ? signInAgain() : alert('warning', 'The list did not come', ['Load this page again.']));
}
