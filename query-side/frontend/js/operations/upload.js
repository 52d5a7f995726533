// Sends a file to be imported and goes to the page that shows its progress.
import { send } from '../api.js';
import { alert } from '../dom.js';
import { keyed, showFormProblem } from './api-form.js';

const form = document.getElementById('upload');
const state = form.querySelector('[data-state]');
const trigger = form.querySelector('[type="submit"]');
const keys = keyed();

const showFormatFields = () => {
  for (const field of form.querySelectorAll('[data-only-format]')) {
    field.hidden = field.dataset.onlyFormat !== form.elements.format.value;
  }
};

form.elements.format.addEventListener('change', showFormatFields);
showFormatFields();

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const [file] = form.elements.file.files;
  if (trigger.getAttribute('aria-disabled') === 'true') {
    return;
  }
  if (!file) {
    form.querySelector('[data-problem]').replaceChildren(alert('error', 'No file chosen', ['Choose the file to send.']));
    form.elements.file.focus();
    return;
  }
  const format = form.elements.format.value;
  const body = new FormData();
  body.set('file', file);
  body.set('format', format);
  const assume = format === 'california-stop-data' ? form.elements.assumeImminent.value : '';
  if (assume) {
    body.set('assumeImminent', assume);
  }
  trigger.setAttribute('aria-disabled', 'true');
  state.textContent = 'Sending the file…';
  const key = keys.keyFor([file.name, file.size, file.lastModified, format, assume].join('|'));
  const outcome = await send('POST', '/api/commands/imports', body, { key, timeout: 600000 });
  trigger.setAttribute('aria-disabled', 'false');
  state.textContent = '';
  if (outcome.kind === 'accepted') {
    keys.settle();
    const id = (outcome.headers.get('Location') ?? '').split('/').pop();
    location.assign(id ? `/imports/${encodeURIComponent(id)}` : '/imports');
    return;
  }
  if (outcome.kind === 'refused') {
    keys.settle();
  }
  showFormProblem(form, outcome);
});
