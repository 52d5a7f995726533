// Forms about a student of whom a number is known: whose it is, and the version the change is meant for, are asked first.
import { send } from '../api.js';
import { element } from '../dom.js';
import { describeStudent } from '../entry/lookup-words.js';
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

/** Which of several was chosen; offers them where none was, and where another number stands there now. */
function chosen(form, number, students) {
  const offered = form.querySelector('[data-which]');
  const picked = offered?.dataset.which === number ? offered.querySelector('input:checked')?.value : undefined;
  const student = students.find((one) => one.student === picked);
  offered?.remove();
  if (student !== undefined) {
    return student;
  }
  const field = form.querySelector('[data-of]');
  field.closest('[data-field]').after(
    element('fieldset', { class: 'usa-fieldset bl-field', 'data-which': number }, [
      element('legend', { class: 'usa-legend' }, ['Which of them']),
      ...students.map((one, i) =>
        element('div', { class: 'usa-radio' }, [
          element('input', { class: 'usa-radio__input', type: 'radio', id: `${field.id}-which-${i}`, name: `${field.id}-which`, value: one.student }),
          element('label', { class: 'usa-radio__label', for: `${field.id}-which-${i}` }, [describeStudent(one)]),
        ]),
      ),
    ]),
  );
  return null;
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
  const { students } = outcome.body;
  const student = students.length === 1 ? students[0] : chosen(form, number, students);
  if (student === null) {
    showFormProblem(form, {
      kind: 'refused',
      problem: {
        title: `Not recorded yet. ${students.length === 2 ? 'Two' : students.length} students have this number.`,
        errors: [{ pointer: `/${field.id}`, reason: 'is the number of several students: choose below which of them you mean' }],
      },
    });
    return;
  }
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
