// What the agreement says about each student's contact, asked for while the form is being filled in.
import { send } from '../api.js';
import { button, element } from '../dom.js';
import { buildDocument } from './document.js';
import { className, isForTheSchool, reasonText, ruleText } from './classes.js';
import { readForm, studentSections } from './form.js';

const PAUSE = 450;

export class Advice {
  #form;
  #referBack;
  #timer = 0;
  #asked = null;
  #lastText = '';

  /** @param {(section: HTMLElement) => void} referBack */
  constructor(form, referBack) {
    this.#form = form;
    this.#referBack = referBack;
  }

  /** Asks once typing pauses. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  /** Stops a question under way; its answer would be about an older form. */
  stop() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#lastText = '';
  }

  async #ask() {
    const state = readForm(this.#form);
    // The class does not depend on who the student is or on what is told in words: neither leaves the page for advice.
    const document = buildDocument({
      ...state,
      students: state.students.map((student) => ({ ...student, identified: false, narrative: '', adviceShown: null })),
    });
    const text = JSON.stringify(document);
    const ready = document.school !== null && document.occurredAt !== null;
    if (!ready || text === this.#lastText || state.students.every((student) => student.actions.length === 0)) {
      return;
    }
    this.#asked?.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const outcome = await send('POST', '/api/commands/advice', document, { timeout: 5000, signal });
    if (signal.aborted) {
      return;
    }
    if (outcome.kind !== 'accepted') {
      this.#lastText = '';
      this.#say(
        outcome.kind === 'refused'
          ? 'Shown once the fields above are complete.'
          : 'Not known just now. You can record the contact all the same.',
      );
      return;
    }
    this.#lastText = text;
    studentSections(this.#form).forEach((section, i) => this.#show(section, outcome.body.interactions[i]));
  }

  #say(text) {
    for (const section of studentSections(this.#form)) {
      section.querySelector('[data-advice]').replaceChildren(element('p', { class: 'bl-soft' }, [text]));
    }
  }

  #show(section, answer) {
    const panel = section.querySelector('[data-advice]');
    if (!answer) {
      return;
    }
    // That the officer was told "this is for the school" stays a fact when the entry then changes, as it should.
    if (!isForTheSchool(section.adviceShown?.class)) {
      section.adviceShown = {
        class: answer.class,
        rule: answer.rule,
        ruleSet: answer.ruleSet,
        agreement: answer.agreement ?? null,
      };
    }
    const parts = classParts(answer);
    if (isForTheSchool(answer.class)) {
      parts.push(
        element('p', {}, [answer.advice || 'The agreement gives this to the school: refer back?']),
        button('Refer back to the school', () => this.#referBack(section), 'usa-button usa-button--outline'),
      );
    } else if (answer.advice) {
      parts.push(element('p', {}, [answer.advice]));
    }
    panel.replaceChildren(...parts);
  }
}

/** The class, its reason and its rule. @returns {HTMLElement[]} */
export function classParts(answer) {
  return [
    element('p', { class: `bl-class bl-class--${isForTheSchool(answer.class) ? 'school' : 'other'}` }, [className(answer.class)]),
    element('p', {}, [reasonText(answer.reason)]),
    element('p', { class: 'bl-small bl-soft' }, [ruleText(answer)]),
  ];
}
