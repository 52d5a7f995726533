// The files taken in so far, and what a file of each format holds.
import { send } from '../api.js';
import { alert, element } from '../dom.js';
import { formats } from './formats.js';
import { count, importState, signInAgain, timeIn } from './shared.js';

const AGAIN = 2000;
const LATER = 6000;

const place = document.querySelector('[data-imports]');
const empty = place.querySelector('[data-empty]');
const problem = place.querySelector('[data-problem]');

function row(one, time) {
  // What would become of the records of a file that was only tried stands on its own page.
  const number = (value) => element('td', { class: 'bl-number' }, one.trial ? [] : [count(value)]);
  return element('tr', {}, [
    element('th', { scope: 'row' }, [element('a', { href: `/imports/${encodeURIComponent(one.id)}` }, [one.fileName ?? 'File without a name'])]),
    element('td', {}, [one.formatTitle]),
    element('td', {}, [element('time', { datetime: one.startedAt }, [time(one.startedAt)]), ` by ${one.sentBy}`]),
    element('td', {}, [importState(one)]),
    number(one.lines),
    number(one.accepted - one.changed),
    number(one.changed),
    number(one.duplicates),
    number(one.outOfScope),
    number(one.rejected),
  ]);
}

async function list() {
  const outcome = await send('GET', '/api/commands/imports');
  if (outcome.kind === 'accepted') {
    const time = timeIn(place.dataset.zone);
    problem.replaceChildren();
    empty.hidden = outcome.body.length > 0;
    empty.textContent = 'None so far.';
    place.querySelector('tbody').replaceChildren(...outcome.body.map((one) => row(one, time)));
    place.querySelector('[role="region"]').hidden = outcome.body.length === 0;
    if (outcome.body.some((one) => one.state === 'RUNNING')) {
      setTimeout(list, AGAIN);
    }
  } else if (outcome.kind === 'signed-out') {
    empty.textContent = '';
    problem.replaceChildren(signInAgain());
  } else {
    empty.textContent = '';
    problem.replaceChildren(alert('warning', 'The list did not come', ['Asking again in a moment.']));
    setTimeout(list, LATER);
  }
}

function columnRow(column) {
  const codes =
    column.codes.length === 0
      ? []
      : [
          element('details', {}, [
            element('summary', {}, [`${column.codes.length} codes`]),
            element('ul', {}, column.codes.map((one) => element('li', {}, [element('code', {}, [one.code]), ` ${one.name}`]))),
          ]),
        ];
  const name = column.otherName ? `${column.name} (or ${column.otherName})` : column.name;
  return element('tr', {}, [
    element('th', { scope: 'row' }, [element('code', {}, [name])]),
    element('td', {}, [column.required ? 'Required' : '']),
    element('td', {}, [column.meaning, ...codes]),
    element('td', {}, [column.example ? element('code', {}, [column.example]) : 'blank']),
  ]);
}

function columnsTable(format, file, columns) {
  const named = file ? `Columns of ${file}` : `Columns of ${format.title}`;
  const heads = ['Column', 'Required', 'What it holds', 'Example'].map((one) => element('th', { scope: 'col' }, [one]));
  return [
    ...(file ? [element('h4', {}, [file])] : []),
    element('div', { class: 'bl-scroll', tabindex: '0', role: 'region', 'aria-label': named }, [
      element('table', { class: 'usa-table usa-table--compact' }, [
        element('caption', { class: 'bl-sr' }, [named]),
        element('thead', {}, [element('tr', {}, heads)]),
        element('tbody', {}, columns.map(columnRow)),
      ]),
    ]),
  ];
}

function guide(format) {
  const files = [...new Set(format.columns.map((column) => column.file))];
  const details = element('details', {}, [element('summary', {}, [`${count(format.columns.length)} columns and the rules`])]);
  // Built when it is opened: one format alone has more than a hundred columns.
  details.addEventListener(
    'toggle',
    () =>
      details.append(
        element('ul', {}, format.notes.map((note) => element('li', {}, [note]))),
        ...files.flatMap((file) => columnsTable(format, file, format.columns.filter((column) => column.file === file))),
      ),
    { once: true },
  );
  return element('section', { class: 'bl-format', id: `format-${format.name}`, 'aria-labelledby': `title-${format.name}` }, [
    element('h3', { id: `title-${format.name}` }, [format.title]),
    element('p', {}, [format.about, ' ', element('a', { href: format.sample, download: '' }, [`Sample (.${format.fileType})`])]),
    details,
  ]);
}

async function show() {
  await list();
  const known = await formats;
  place
    .querySelector('[data-formats]')
    .replaceChildren(...(known === null ? [alert('warning', 'The formats did not come', ['Load this page again.'])] : known.map(guide)));
  place.classList.remove('bl-waiting');
}

show();
