// Forms that speak to the JSON API: each field becomes a member of the body, each problem stands where it belongs.
import { newKey, send } from '../api.js';
import { alert, element } from '../dom.js';

const SAID = 'form-done';

/** The body of a form: blank is null, numbers as numbers, a name with dots nests. @param {[string, string, boolean][]} fields name, value, is a number */
export function bodyOf(fields) {
  const body = {};
  for (const [name, value, isNumber] of fields) {
    const steps = name.split('.');
    const last = steps.pop();
    const holder = steps.reduce((level, step) => (level[step] ??= {}), body);
    const text = value.trim();
    holder[last] = text === '' ? null : isNumber && /^-?\d+$/.test(text) ? Number(text) : text;
  }
  return body;
}

/** Shows a problem above the form, its errors linked to their fields. */
export function showFormProblem(form, outcome) {
  const box = form.querySelector('[data-problem]');
  if (outcome.kind === 'signed-out') {
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
      const field = form.elements.namedItem(name);
      if (!field?.id) {
        return element('li', {}, [error.reason]);
      }
      field.setAttribute('aria-invalid', 'true');
      return element('li', {}, [element('a', { href: `#${field.id}` }, [`${field.labels[0].textContent}: ${error.reason}`])]);
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

async function submit(form, keys) {
  const state = form.querySelector('[data-state]');
  const trigger = form.querySelector('[type="submit"]');
  if (trigger.getAttribute('aria-disabled') === 'true') {
    return;
  }
  trigger.setAttribute('aria-disabled', 'true');
  state.textContent = 'Sending…';
  form.querySelector('[data-problem]').replaceChildren();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
  }
  const body = bodyOf(fieldsOf(form));
  const outcome = await send(form.dataset.method, form.dataset.api, body, {
    key: keys.keyFor(JSON.stringify(body)),
    version: form.dataset.version,
  });
  trigger.setAttribute('aria-disabled', 'false');
  if (outcome.kind !== 'unknown' && outcome.kind !== 'signed-out') {
    keys.settle();
  }
  if (outcome.kind !== 'accepted') {
    state.textContent = '';
    showFormProblem(form, outcome);
    return;
  }
  // Shown after the page has been loaded again, which also brings the version that the next change is meant for.
  sessionStorage.setItem(SAID, form.dataset.done ?? 'Done.');
  const index = outcome.headers.get('Brightline-Index');
  if (form.dataset.reads === undefined || index === null) {
    location.reload();
    return;
  }
  const page = new URL(location.href);
  page.searchParams.set('atLeastIndex', index);
  location.replace(page);
}

function sayWhatWasDone() {
  const said = sessionStorage.getItem(SAID);
  const state = document.querySelector('[data-state]');
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
