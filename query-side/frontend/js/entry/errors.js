// Errors beside their fields, and a summary above the form that leads to them and opens what they stand in.
import { alert, element } from '../dom.js';
import { nearestPointer, pointerOf, studentOf } from './pointers.js';

const FIELDS =
  'input[data-key]:not([type="hidden"]), select[data-key], textarea[data-key], [data-pick], [data-label], fieldset[data-key], [data-actions], [data-row], [data-force]';

const COUNTS = ['', 'One thing is', 'Two things are', 'Three things are', 'Four things are', 'Five things are', 'Six things are'];

/** What an API's error says in the page's words; its own words where there are none. */
const WORDS = {
  missing: 'is missing',
  'action-missing': 'say what was done, even if it was only being present',
  'reason-missing': 'say for at least one alternative why it was not used',
  'in-the-future': 'lies in the future; check the date and the clock of this device',
  'ends-before-it-starts': 'lies before it began',
  empty: 'give a number or a name, or choose “Not identified”',
  'student-twice': 'is already in this entry',
  'several-students': 'is the number of several students: choose the one that is meant, or give name and birth date',
  'another-student':
    'is the number of another student, by name and birth date: check all three, or say below that it is another person with this number',
  'unknown-school': 'choose a school',
  'code-not-valid-that-day': 'was not in use on that day: choose another',
};

/** Removes what an earlier answer said. */
export function clearErrors(form) {
  form.querySelector('#errors').replaceChildren();
  for (const message of form.querySelectorAll('.bl-field-error')) {
    message.remove();
  }
  for (const field of form.querySelectorAll('[aria-describedby]')) {
    undescribe(field);
  }
  for (const group of form.querySelectorAll('.bl-field--error')) {
    group.classList.remove('bl-field--error');
  }
}

/** Removes the error of one field. */
export function clearField(target) {
  const group = groupOf(target);
  group.querySelector(':scope > .bl-field-error')?.remove();
  group.classList.remove('bl-field--error');
  undescribe(describedOf(group, target));
}

function undescribe(field) {
  field.removeAttribute('aria-invalid');
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && !id.endsWith('-error'));
  if (described.length === 0) {
    field.removeAttribute('aria-describedby');
  } else {
    field.setAttribute('aria-describedby', described.join(' '));
  }
}

/** Says beside a field what is not right with it. */
export function markField(target, text) {
  const group = groupOf(target);
  group.classList.add('bl-field--error');
  const described = describedOf(group, target);
  described.id ||= `field-${Math.random().toString(36).slice(2)}`;
  const id = `${described.id}-error`;
  if (document.getElementById(id)) {
    return;
  }
  const message = element('span', { class: 'usa-error-message bl-field-error', id }, [text]);
  if (described === group) {
    const legend = group.querySelector(':scope > legend');
    if (legend) {
      legend.after(message);
    } else {
      group.prepend(message);
    }
  } else {
    described.before(message);
    described.setAttribute('aria-invalid', 'true');
  }
  described.setAttribute('aria-describedby', [described.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
}

const groupOf = (field) => field.closest('[data-field], [data-actions], [data-questioning]') ?? field;

/** Groups of choices are described as a whole, a single field by itself. */
function describedOf(group, field) {
  return group.matches('fieldset, [data-actions], section') ? group : (group.querySelector('input, select, textarea') ?? field);
}

/**
 * Shows what is missing before anything was sent.
 *
 * @param {{pointer: string, text: string, beside?: string}[]} missing in any order
 */
export function showMissing(form, missing) {
  clearErrors(form);
  const lines = located(form, missing);
  summary(form, `Not recorded yet. ${COUNTS[lines.length] ?? `${lines.length} things are`} missing.`, lines, []);
}

/**
 * Shows why the server refused: each error with its field, in the order of the page.
 *
 * @param {{title?: string, detail?: string, action?: string, source?: string, errors?: {pointer: string, code?: string, reason: string}[]}} problem
 */
export function showProblem(form, problem) {
  clearErrors(form);
  const lines = located(
    form,
    (problem?.errors ?? []).map((error) => ({ pointer: error.pointer ?? '', beside: WORDS[error.code] ?? error.reason })),
  );
  const kept = 'Everything you typed is still here.';
  if (lines.length > 0) {
    const count = COUNTS[lines.length] ?? `${lines.length} things are`;
    summary(form, `Not recorded yet. ${count} not right.`, lines, [kept]);
    return;
  }
  const parts = [problem?.title, problem?.detail, problem?.action, problem?.source ? `Rule: ${problem.source}` : null, kept];
  summary(form, 'Not recorded yet.', [], parts.filter(Boolean));
}

/** Each with its field, in the order in which the fields stand on the page; what has no field comes last. */
function located(form, items) {
  const fields = new Map();
  for (const field of form.querySelectorAll(FIELDS)) {
    fields.set(field.dataset.force === undefined ? pointerOf(field, form) : forcePointer(field, form), field);
  }
  return items
    .map((item) => {
      const pointer = nearestPointer(item.pointer, fields.keys());
      return { ...item, field: pointer === null ? null : fields.get(pointer) };
    })
    .sort((one, other) => {
      if (!one.field || !other.field) {
        return one.field ? -1 : 1;
      }
      return one.field.compareDocumentPosition(other.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
}

/** Force is a list of its own in the document, and stands with its action on the page. */
function forcePointer(field, form) {
  const row = field.closest('[data-row]');
  return `${pointerOf(field.closest('[data-student]'), form)}/force/${row.dataset.forceIndex}/${field.dataset.force}`;
}

function summary(form, heading, lines, after) {
  const several = form.querySelectorAll('.bl-student').length > 1;
  const items = lines.map((line, i) => {
    if (!line.field) {
      return element('li', {}, [line.text ?? line.beside]);
    }
    const target = focusable(line.field);
    target.id ||= `missing-${i}`;
    markField(line.field, line.beside ?? `${line.text}.`);
    reveal(target);
    const student = several ? studentOf(line.pointer) : null;
    const words = line.text ?? `${labelOf(line.field)}: ${line.beside}`;
    const link = element('a', { href: `#${target.id}` }, [`${student ? `${student}, ` : ''}${words}`]);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      reveal(target);
      target.focus();
    });
    return element('li', {}, [link]);
  });
  const box = form.querySelector('#errors');
  box.replaceChildren(alert('error', heading, items.length > 0 ? [element('ul', {}, items), ...after] : after));
  box.focus();
}

function focusable(field) {
  if (field.matches('input, select, textarea')) {
    return field;
  }
  const inputs = [...field.querySelectorAll('input, select, textarea')].filter((input) => !input.closest('[hidden]'));
  return inputs.find((input) => input.type === 'radio' && input.checked) ?? inputs[0] ?? field;
}

/** Opens every fold around a field. */
function reveal(target) {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true;
  }
}

function labelOf(field) {
  const group = groupOf(field);
  return field.dataset.label ?? group.querySelector(':scope > label, :scope > legend')?.textContent ?? 'This entry';
}
