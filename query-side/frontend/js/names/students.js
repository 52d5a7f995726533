// Forms about a student of whom a number is known: whose it is, and the version the change is meant for, are asked first.
import { send } from '../api.js';
import { showFormProblem } from '../operations/api-form.js';

/** What to say where a number leads to no entry, or none was typed; null where it leads to one. */
export function problemOf(number, outcome) {
  if (number === '') {
    return { title: 'Not recorded yet. One thing is missing or wrong.', reason: 'must be given' };
  }
  return outcome.kind === 'accepted' && outcome.body.students.length === 0
    ? { title: 'Not recorded yet. No student was found.', reason: 'leads to no entry of the district’s list' }
    : null;
}

async function lookUp(form) {
  const field = form.querySelector('[data-of]');
  const state = form.querySelector('[data-state]');
  const number = field.value.trim();
  field.removeAttribute('aria-invalid');
  state.textContent = 'Looking the student up…';
  const outcome = number === '' ? null : await send('POST', '/api/queries/students/search', { number });
  state.textContent = '';
  const wrong = problemOf(number, outcome);
  if (wrong !== null) {
    showFormProblem(form, {
      kind: 'refused',
      problem: { title: wrong.title, errors: [{ pointer: `/${field.id}`, reason: wrong.reason }] },
    });
    return;
  }
  if (outcome.kind !== 'accepted') {
    showFormProblem(form, outcome);
    return;
  }
  const [student] = outcome.body.students;
  form.dataset.api = `/api/commands/students/${student.student}/${form.dataset.student}`;
  form.dataset.version = student.version;
  form.requestSubmit();
  // The next attempt asks anew: the entry may have changed by then.
  delete form.dataset.api;
}

if (typeof document !== 'undefined') {
  let looking = null;
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (form.dataset.student === undefined || form.dataset.api !== undefined) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (looking === null) {
        looking = lookUp(form).finally(() => {
          looking = null;
        });
      }
    },
    { capture: true },
  );
}
