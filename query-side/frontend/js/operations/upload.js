// Sends a file to be imported and goes to the page that shows its progress.
import { send } from '../api.js';
import { element } from '../dom.js';
import { keyed, showFormProblem } from './api-form.js';
import { wrongWith } from './file-check.js';
import { formats } from './formats.js';
import { pageOf } from './shared.js';

const form = document.getElementById('upload');
const state = form.querySelector('[data-state]');
const triggers = [...form.querySelectorAll('[type="submit"]')];
const off = (whether) => triggers.forEach((trigger) => trigger.setAttribute('aria-disabled', String(whether)));
const keys = keyed();
let known = [];

const chosen = () => known.find((format) => format.name === form.elements.format.value);

function clearError(field) {
  document.getElementById(`${field.id}-error`)?.remove();
  field.removeAttribute('aria-invalid');
  field.setAttribute('aria-describedby', `${field.id}-hint`);
}

function showError(field, words) {
  clearError(field);
  field.before(element('span', { class: 'usa-error-message', id: `${field.id}-error` }, [words]));
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', `${field.id}-error ${field.id}-hint`);
}

async function check() {
  const format = chosen();
  const [file] = form.elements.file.files;
  form.querySelector('[data-assume]').hidden = !format?.takesAssumeImminent;
  if (!format || !file) {
    return true;
  }
  clearError(form.elements.file);
  const wrong = await wrongWith(file, format);
  if (wrong !== null && file === form.elements.file.files[0] && format === chosen()) {
    showError(form.elements.file, wrong);
  }
  return wrong === null;
}

for (const field of [form.elements.format, form.elements.file]) {
  field.addEventListener('change', () => {
    clearError(field);
    check();
  });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const trial = event.submitter?.dataset.trial !== undefined;
  if (triggers[0].getAttribute('aria-disabled') === 'true') {
    return;
  }
  const [file] = form.elements.file.files;
  const missing = [
    [form.elements.format, !chosen(), 'Choose the format of the file.'],
    [form.elements.file, !file, 'Choose the file to send.'],
  ].filter(([, isMissing]) => isMissing);
  for (const [field, , words] of missing) {
    showError(field, words);
  }
  if (missing.length > 0) {
    missing[0][0].focus();
    return;
  }
  off(true);
  if (!(await check())) {
    off(false);
    form.elements.file.focus();
    return;
  }
  form.querySelector('[data-problem]').replaceChildren();
  const format = chosen();
  const body = new FormData();
  body.set('file', file);
  body.set('format', format.name);
  const assume = format.takesAssumeImminent ? form.elements.assumeImminent.value : '';
  if (assume) {
    body.set('assumeImminent', assume);
  }
  if (trial) {
    body.set('trial', 'true');
  }
  state.textContent = 'Sending the file…';
  const key = keys.keyFor([file.name, file.size, file.lastModified, format.name, assume, trial].join('|'));
  const outcome = await send('POST', '/api/commands/imports', body, { key, timeout: 600000 });
  if (outcome.kind === 'accepted') {
    keys.settle();
    location.assign(pageOf(outcome.body));
    return;
  }
  off(false);
  state.textContent = '';
  if (outcome.kind === 'refused') {
    keys.settle();
  }
  showFormProblem(form, outcome);
});

// Coming back, the browser shows the page as it was left.
addEventListener('pageshow', (event) => {
  if (event.persisted) {
    off(false);
    state.textContent = '';
  }
});

formats.then((came) => {
  known = came ?? [];
  form.elements.format.append(...known.map((format) => element('option', { value: format.name }, [format.title])));
  check();
});
