// Forms that speak to the JSON API: each field becomes a member of the body, each problem stands where it belongs.
import '../by-button.js';
import { newKey, send } from '../api.js';
import { alert, element } from '../dom.js';
import { lastingFault, OUR_FAULT } from '../fault.js';

const SAID = 'form-done';

/** Of what was typed, where a fault lasts. */
export const KEPT = 'What you typed stays here as long as this page is open: keep it open, or copy what you need.';

/**
 * The body of a form: blank is null, numbers as numbers, a name with dots nests, fields of one name are parts of one text, and a name
 * that ends in [] is a list without blanks.
 *
 * @param {[string, string, boolean][]} fields name, value, is a number
 */
export function bodyOf(fields) {
  const body = {};
  for (const [name, value, isNumber] of fields) {
    const steps = name.split('.');
    const last = steps.pop();
    const holder = steps.reduce((level, step) => (level[step] ??= {}), body);
    const text = value.trim();
    if (last.endsWith('[]')) {
      const list = (holder[last.slice(0, -2)] ??= []);
      if (text !== '') {
        list.push(text);
      }
      continue;
    }
    if (typeof holder[last] === 'string') {
      holder[last] += text;
      continue;
    }
    holder[last] = text === '' ? null : isNumber && /^-?\d+$/.test(text) ? Number(text) : text;
  }
  return body;
}

/**
 * What is wrong with a field before anything is sent, as the server's own errors say it; null where nothing is.
 *
 * @param {{value: string, required: boolean, number: boolean, least: number, most: number}} field
 */
export function faultOf({ value, required, number, least, most }) {
  const text = value.trim();
  if (text === '') {
    return required ? 'must be given' : null;
  }
  if (number && (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most)) {
    return `must be a whole number from ${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}`;
  }
  return null;
}

/** Whether a month has the day, in any year: February has 29. @param {string} monthDay such as --02-29 */
export function isDay(monthDay) {
  const [month, day] = monthDay.slice(2).split('-').map(Number);
  return day <= new Date(2024, month, 0).getDate();
}

function faultsOf(form) {
  const faults = [...form.elements]
    .filter((field) => field.name && field.type !== 'hidden')
    .map((field) => ({
      pointer: `/${field.name}`,
      reason: faultOf({
        value: field.value,
        required: field.required,
        number: field.dataset.number !== undefined,
        least: Number(field.dataset.least ?? 0),
        most: Number(field.dataset.most ?? Number.MAX_SAFE_INTEGER),
      }),
    }))
    .filter(({ reason }) => reason !== null);
  for (const group of form.querySelectorAll('[data-at-least-one]')) {
    if (group.querySelector(':checked') === null) {
      faults.push({ pointer: '', reason: group.dataset.atLeastOne });
    }
  }
  for (const group of form.querySelectorAll('[data-month-day]')) {
    const parts = [...group.querySelectorAll('select')];
    if (!isDay(parts.map((part) => part.value).join(''))) {
      faults.push({ pointer: `/${parts[0].name}`, reason: 'is no day of that month' });
    }
  }
  return faults;
}

const labelOf = (field) => field.closest('[data-month-day]')?.querySelector('legend').textContent ?? field.labels[0].textContent;

/** Shows what became of a request that was not accepted, where there is no form. */
export function showProblem(box, outcome) {
  showIn(box, outcome, () => null);
}

/** Shows a problem above the form, its errors linked to their fields. */
export function showFormProblem(form, outcome) {
  showIn(form.querySelector('[data-problem]'), outcome, (name) => form.elements.namedItem(name));
}

/** @param {(name: string) => (Element|RadioNodeList|null)} fieldOf */
function showIn(box, outcome, fieldOf) {
  const fault = lastingFault(box, outcome);
  if (fault !== null) {
    box.replaceChildren(alert('error', OUR_FAULT, [...fault, KEPT]));
  } else if (outcome.kind === 'step-up') {
    box.replaceChildren(
      alert('warning', 'Confirm that it is you', [
        element('p', {}, [
          element('a', { href: '/confirm-it-is-you?tab', target: '_blank', rel: 'noopener' }, ['Give your password or code (opens a new tab)']),
          ', then press the button again. What you typed stays here.',
        ]),
      ]),
    );
  } else if (outcome.kind === 'signed-out') {
    box.replaceChildren(
      alert('warning', 'You are signed out, or your role may not do this', [
        element('p', {}, [element('a', { href: '/sign-in', target: '_blank', rel: 'noopener' }, ['Sign in (opens a new tab)']), ', then load this page again.']),
      ]),
    );
  } else if (outcome.kind === 'unknown') {
    box.replaceChildren(alert('warning', 'No answer yet', ['The connection was lost or the server is busy. Try again: it will not be done twice.']));
  } else {
    const problem = outcome.problem ?? {};
    const lines = (problem.errors ?? []).map((error) => {
      const name = (error.pointer ?? '').slice(1).replaceAll('/', '.');
      const found = fieldOf(name);
      const field = found instanceof RadioNodeList ? found[0] : found;
      if (!field?.id) {
        return element('li', {}, [error.reason]);
      }
      field.setAttribute('aria-invalid', 'true');
      return element('li', {}, [element('a', { href: `#${field.id}` }, [`${labelOf(field)}: ${error.reason}`])]);
    });
    box.replaceChildren(
      alert('error', problem.title ?? 'Not accepted', [
        ...[problem.detail, problem.action].filter(Boolean),
        ...(lines.length > 0 ? [element('ul', {}, lines)] : []),
        ...(outcome.status === 412
          ? [element('p', {}, [element('a', { href: location.href, target: '_blank', rel: 'noopener' }, ['See what stands there now (opens a new tab)'])])]
          : []),
      ]),
    );
  }
  box.focus();
}

/** A request under one key until it is settled: the key belongs to one body. */
export function keyed() {
  let pending = null;
  return {
    keyFor(text) {
      if (pending?.text !== text) {
        pending = { text, key: newKey() };
      }
      return pending.key;
    },
    settle() {
      pending = null;
    },
  };
}

function fieldsOf(form) {
  return [...form.elements]
    .filter((field) => field.name && (!['radio', 'checkbox'].includes(field.type) || field.checked))
    .map((field) => [field.name, field.value, field.dataset.number !== undefined]);
}

/** Asks what cannot be undone in the page itself; the focus goes back to where it was asked. */
function agreed(form, trigger) {
  const dialog = element('dialog', { class: 'bl-dialog', 'aria-labelledby': 'ask-words' }, [
    element('p', { id: 'ask-words' }, [form.dataset.ask]),
    element('form', { method: 'dialog', class: 'bl-buttons' }, [
      element('button', { class: 'usa-button', value: 'yes' }, [trigger.textContent.trim()]),
      element('button', { class: 'usa-button usa-button--outline', value: '', autofocus: '' }, ['Cancel']),
    ]),
  ]);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      trigger.focus();
      answer(dialog.returnValue === 'yes');
    });
  });
}

async function submit(form, keys) {
  const state = form.querySelector('[data-state]');
  const trigger = form.querySelector('[type="submit"]');
  if (trigger.getAttribute('aria-disabled') === 'true') {
    return;
  }
  if (form.dataset.ask !== undefined && !(await agreed(form, trigger))) {
    return;
  }
  trigger.setAttribute('aria-disabled', 'true');
  state.textContent = 'Sending…';
  form.querySelector('[data-problem]').replaceChildren();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
  }
  const faults = faultsOf(form);
  if (faults.length > 0) {
    trigger.setAttribute('aria-disabled', 'false');
    state.textContent = '';
    const title = faults.length === 1 ? 'Not recorded yet. One thing is missing or wrong.' : `Not recorded yet. ${faults.length} things are missing or wrong.`;
    showFormProblem(form, { kind: 'refused', problem: { title, errors: faults } });
    return;
  }
  const body = bodyOf(fieldsOf(form));
  const outcome = await send(form.dataset.method, form.dataset.api, body, {
    key: keys.keyFor(JSON.stringify(body)),
    version: form.dataset.version,
  });
  trigger.setAttribute('aria-disabled', 'false');
  if (!['unknown', 'signed-out', 'step-up'].includes(outcome.kind)) {
    keys.settle();
  }
  if (outcome.kind !== 'accepted') {
    state.textContent = '';
    showFormProblem(form, outcome);
    return;
  }
  if (form.dataset.shows !== undefined) {
    showOnce(form, outcome.body[form.dataset.shows]);
    return;
  }
  if (form.dataset.next !== undefined) {
    location.assign(form.dataset.next);
    return;
  }
  // Shown after the page has been loaded again, which also brings the version that the next change is meant for.
  sessionStorage.setItem(SAID, form.dataset.done ?? 'Done.');
  if (form.dataset.goesTo !== undefined) {
    location.assign(form.dataset.goesTo + (outcome.headers.get('Location') ?? '').split('/').pop());
    return;
  }
  const index = outcome.headers.get('Brightline-Index');
  if (form.dataset.reads === undefined || index === null) {
    location.reload();
    return;
  }
  const page = new URL(location.href);
  page.searchParams.set('atLeastIndex', index);
  location.replace(page);
}

/** Shows what the answer holds this once; the page is not loaded again, for then it would be gone. */
function showOnce(form, text) {
  const box = form.querySelector('[data-problem]');
  form.querySelector('[data-state]').textContent = '';
  box.replaceChildren(
    alert('success', form.dataset.done ?? 'Done.', [
      element('p', {}, [element('code', { 'data-shown': '' }, [text])]),
      'It is shown this once. Hand it over in person; it is needed at the next sign-in.',
      element('p', {}, [element('a', { href: location.pathname }, ['I have it: show the list again'])]),
    ]),
  );
  box.focus();
}

function sayWhatWasDone() {
  const said = sessionStorage.getItem(SAID);
  // A page whose first state is told anew all the time has a place of its own for it.
  const state = document.querySelector('[data-said]') ?? document.querySelector('[data-state]');
  if (said !== null && state) {
    state.textContent = said;
  }
  sessionStorage.removeItem(SAID);
}

if (typeof document !== 'undefined') {
  sayWhatWasDone();
  // Listens at the top, so that forms that arrive with refreshed parts of the page are served too.
  const keysOf = new WeakMap();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.api === undefined) {
      return;
    }
    event.preventDefault();
    if (!keysOf.has(form)) {
      keysOf.set(form, keyed());
    }
    submit(form, keysOf.get(form));
  });
}
