// Errors beside their fields, and a summary above the form that leads to them.
import { alert, element } from '../dom.js';
import { nearestPointer, pointerOf, studentOf } from './pointers.js';

const FIELDS = 'input[data-key], select[data-key], textarea[data-key], [data-yes-no], [data-label], fieldset[data-key], [data-actions], [data-row]';

/** Removes what an earlier answer said. */
export function clearErrors(form) {
  form.querySelector('#errors').replaceChildren();
  for (const message of form.querySelectorAll('.bl-field-error')) {
    message.remove();
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => !id.endsWith('-error'));
    field.setAttribute('aria-describedby', described.join(' '));
    if (described.join('') === '') {
      field.removeAttribute('aria-describedby');
    }
    field.closest('[data-field]')?.classList.remove('usa-form-group--error', 'bl-field--error');
  }
}

/**
 * Shows a problem: its title, what to do, and each error with its field.
 *
 * @param {{title?: string, detail?: string, action?: string, source?: string, errors?: {pointer: string, reason: string}[]}} problem
 */
export function showProblem(form, problem) {
  clearErrors(form);
  const fields = new Map();
  for (const field of form.querySelectorAll(FIELDS)) {
    fields.set(pointerOf(field, form), field);
  }
  const errors = problem?.errors ?? [];
  const links = errors.map((error, i) => summaryLine(form, error, fields, i));
  const parts = [];
  for (const text of [problem?.detail, problem?.action]) {
    if (text) {
      parts.push(text);
    }
  }
  if (links.length > 0) {
    parts.push(element('ul', {}, links));
  }
  if (problem?.source) {
    parts.push(`Rule: ${problem.source}`);
  }
  parts.push('Nothing was recorded. Everything you typed is still here.');
  const box = form.querySelector('#errors');
  box.replaceChildren(alert('error', problem?.title ?? 'The entry was not accepted', parts));
  box.focus();
}

function summaryLine(form, error, fields, place) {
  const pointer = nearestPointer(error.pointer ?? '', fields.keys());
  const field = pointer === null ? null : fields.get(pointer);
  if (!field) {
    return element('li', {}, [error.reason]);
  }
  const target = focusable(field);
  target.id ||= `field-${place}`;
  markField(field, target, error, place);
  const student = form.querySelectorAll('.bl-student').length > 1 ? studentOf(error.pointer) : null;
  const link = element('a', { href: `#${target.id}` }, [`${student ? `${student}, ` : ''}${labelOf(field)}: ${error.reason}`]);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    reveal(target);
    target.focus();
  });
  return element('li', {}, [link]);
}

function markField(field, target, error, place) {
  const group = field.closest('[data-field]') ?? field;
  group.classList.add('bl-field--error');
  reveal(target);
  const id = `${target.id}-${place}-error`;
  const message = element('span', { class: 'usa-error-message bl-field-error', id }, [error.reason]);
  const control = group.querySelector('input, select, textarea');
  if (group.matches('fieldset') || group.dataset.actions !== undefined) {
    const legend = group.querySelector(':scope > legend');
    if (legend) {
      legend.after(message);
    } else {
      group.prepend(message);
    }
  } else {
    control.before(message);
  }
  const described = group.matches('fieldset') || group.dataset.actions !== undefined ? group : control;
  described.setAttribute('aria-invalid', 'true');
  described.setAttribute('aria-describedby', [described.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
  if (described !== control) {
    // A group cannot be invalid; its message is its description.
    described.setAttribute('aria-invalid', 'false');
  }
}

function focusable(field) {
  return field.matches('input, select, textarea') ? field : (field.querySelector('input, select, textarea') ?? field);
}

function reveal(target) {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true;
  }
}

function labelOf(field) {
  const group = field.closest('[data-field]') ?? field;
  return field.dataset.label ?? group.querySelector(':scope > label, :scope > legend')?.textContent ?? 'This entry';
}
