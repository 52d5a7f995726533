// Looking a student up in the district's list. What is found fills the fields; whatever is not found can still be typed.
import { send } from '../api.js';
import { element } from '../dom.js';
import { describeStudent, fieldsOf, foundWords, questionOf } from './lookup-words.js';

export class StudentLookup {
  #root;
  #fill;
  #asked = 0;

  /** @param {HTMLElement} root @param {(student: object) => void} fill called with the student who was chosen */
  constructor(root, fill) {
    this.#root = root;
    this.#fill = fill;
    root.querySelector('[data-find]').addEventListener('click', () => this.#find());
    root.querySelector('input').addEventListener('keydown', (event) => {
      // Enter in this field never sends the entry.
      if (event.key === 'Enter') {
        event.preventDefault();
        this.#find();
      }
    });
  }

  /** Shows whose the number is, to choose from. */
  ask(number) {
    this.#root.querySelector('input').value = number;
    return this.#find();
  }

  async #find() {
    const input = this.#root.querySelector('input');
    const question = questionOf(input.value);
    this.#show([]);
    if (question === null) {
      this.#say('Type a student number, or letters of a name.');
      input.focus();
      return;
    }
    this.#asked += 1;
    const asked = this.#asked;
    this.#say('Looking…');
    const outcome = await send('POST', '/api/queries/students/search', question);
    if (asked !== this.#asked) {
      return;
    }
    if (outcome.kind !== 'accepted') {
      this.#say(refusalWords(outcome));
      return;
    }
    this.#show(outcome.body.students);
    this.#say(foundWords(outcome.body));
  }

  #show(students) {
    const list = this.#root.querySelector('[data-found]');
    const name = `${this.#root.querySelector('input').id}-found`;
    list.querySelector('[data-found-list]').replaceChildren(
      ...students.map((student, i) => {
        const radio = element('input', { class: 'usa-radio__input', type: 'radio', id: `${name}-${i}`, name });
        radio.addEventListener('change', () => this.#choose(student));
        const label = element('label', { class: 'usa-radio__label', for: radio.id }, [describeStudent(student)]);
        return element('div', { class: 'usa-radio' }, [radio, label]);
      }),
    );
    list.hidden = students.length === 0;
  }

  #choose(student) {
    this.#fill(student);
    this.#say('The fields below are filled in.');
  }

  #say(words) {
    this.#root.querySelector('[data-found-state]').textContent = words;
  }
}

function refusalWords(outcome) {
  if (outcome.kind === 'signed-out') {
    return 'You are signed out. What you typed is still here: type the student’s name, or sign in in a new tab and search again.';
  }
  const reason = outcome.problem?.errors?.[0]?.reason;
  return reason && outcome.kind === 'refused'
    ? `The search was not understood: it ${reason}.`
    : 'The search did not answer. Search again, or type what you know below.';
}

/** Puts a student into the fields of a section, in the place of whoever stood there. */
export function fillStudent(section, student) {
  const fields = fieldsOf(student);
  const who = section.querySelector('[data-key="student"]');
  for (const [key, value] of Object.entries(fields.student)) {
    setField(who.querySelector(`[data-key="${key}"]`), value);
  }
  setField(section.querySelector('[data-key="statistics"] [data-key="gradeBand"]'), fields.gradeBand);
}

/** A choice that the list does not offer is none. */
function setField(field, value) {
  const offered = field.tagName !== 'SELECT' || [...field.options].some((option) => option.value === value);
  field.value = offered ? value : '';
}
