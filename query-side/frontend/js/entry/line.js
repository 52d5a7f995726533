// The line: whose matter this is, by the agreement and the facts recorded so far. It is asked for from few facts, stays until one
// of these changes, and what was shown is kept with the entry, once for each change the officer saw.
import { send } from '../api.js';
import { element } from '../dom.js';
import { className, reasonText } from './classes.js';
import { buildQuestion } from './document.js';
import { HAND_BACK, readForm, studentSections } from './form.js';
import { timeOfTyped } from './words.js';

const PAUSE = 200;

/** At most this many are sent; of more, the first and the last. */
const MOST_SHOWN = 100;

const NEEDED = { role: 'the part in the contact', initiator: 'how it started', conduct: 'what the student did', imminentThreat: 'danger, yes or no', actions: 'what was done' };

export class Line {
  #form;
  #students;
  #changed;
  #now;
  #timer = 0;
  #asked = null;
  #question = '';
  #answers = [];
  #current = null;
  #failed = false;
  #root = document.getElementById('line');
  #reading = document.getElementById('reading-line');

  /**
   * @param {HTMLFormElement} form
   * @param {import('./students.js').Students} students
   * @param {() => void} changed called after something was shown, which belongs to the entry
   * @param {() => Date} now
   */
  constructor(form, students, changed, now) {
    this.#form = form;
    this.#students = students;
    this.#changed = changed;
    this.#now = now;
    form.querySelector('#students').addEventListener('focusin', (event) => this.#turnTo(event.target.closest('[data-student]')));
    this.#part('hand').querySelector('button').addEventListener('click', () => {
      students.handBack(this.#section(), this.#part('to').value);
      this.draw();
      this.#part('undo').focus();
    });
    this.#part('undo').addEventListener('click', () => {
      students.undoHandBack(this.#section());
      this.draw();
      this.#part('do').focus();
    });
    // On a phone the line is a bar at the foot: what has the focus is scrolled clear of it.
    const bars = new ResizeObserver(() => {
      const bar = getComputedStyle(this.#root).getPropertyValue('--bar').trim() === '1';
      const height = this.#root.offsetHeight + this.#reading.offsetHeight;
      document.documentElement.style.setProperty('--line-height', bar ? `${height}px` : '0px');
    });
    bars.observe(this.#root);
    bars.observe(this.#reading);
    this.draw();
  }

  /** Asks once typing pauses. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
    this.draw();
  }

  /** Stops a question under way: what is sent must be what was read back. */
  stop() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  async #ask() {
    const question = buildQuestion(readForm(this.#form));
    const text = JSON.stringify(question);
    if (text === this.#question || question.students.every((student) => isBlank(student))) {
      return;
    }
    this.#asked?.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const outcome = await send('POST', '/api/commands/advice', question, { timeout: 5000, signal });
    if (signal.aborted) {
      return;
    }
    this.#failed = outcome.kind !== 'accepted';
    if (!this.#failed) {
      this.#question = text;
      this.#answers = outcome.body.interactions;
      studentSections(this.#form).forEach((section, i) => this.#remember(section, this.#answers[i], question.students[i]));
    }
    this.draw();
  }

  #remember(section, answer, asked) {
    if (!answer) {
      return;
    }
    const last = section.shown.at(-1);
    const same = last && ['class', 'rule', 'ruleSet', 'agreement'].every((key) => (last[key] ?? null) === (answer[key] ?? null));
    if (same || (!last && answer.class === null && !answer.forSchool)) {
      return;
    }
    section.shown.push({
      shownAt: this.#now().toISOString(),
      class: answer.class,
      rule: answer.rule,
      ruleSet: answer.ruleSet,
      agreement: answer.agreement ?? null,
      actions: asked.actions.map((action) => action.code),
    });
    if (section.shown.length > MOST_SHOWN) {
      section.shown.splice(MOST_SHOWN / 2, 1);
    }
    this.#changed();
  }

  #part(name) {
    return this.#root.querySelector(`#line-${name}`);
  }

  /** The student the line speaks of: the one being worked on. */
  #section() {
    const sections = studentSections(this.#form);
    return sections.includes(this.#current) ? this.#current : sections[0];
  }

  #turnTo(section) {
    if (section && section !== this.#current) {
      this.#current = section;
      this.draw();
    }
  }

  /** Shows what is known now. */
  draw() {
    const sections = studentSections(this.#form);
    const section = this.#section();
    const place = sections.indexOf(section);
    const answer = this.#answers[place];
    const handed = section.order.includes(HAND_BACK);
    this.#part('heading').textContent = sections.length === 1 ? 'The line' : `The line: student ${place + 1}`;
    replace(this.#part('text'), this.#text(answer, sections, place));
    replace(this.#reading.querySelector('#reading-line-text'), this.#readBack(sections));
    this.#part('hand').hidden = handed || !answer?.forSchool;
    this.#part('done').hidden = !handed;
    if (handed) {
      this.#part('done-text').textContent = this.#handedText(section, answer);
    }
    this.#root.dataset.side = answer?.forSchool ? 'school' : answer?.class ? 'other' : 'none';
    replace(this.#part('reason'), this.#reason(answer));
    this.#part('why').textContent = answer?.agreement ? `${agreementText(answer)}. Why?` : 'Why?';
  }

  /** The line as it stands beside what is read back: of every student, with the hand-over. */
  #readBack(sections) {
    return sections.flatMap((section, i) => [
      ...(sections.length === 1 ? [] : [element('p', { class: 'bl-soft' }, [`Student ${i + 1}`])]),
      ...answerParts(this.#answers[i]),
      ...(section.order.includes(HAND_BACK) ? [element('p', {}, [this.#handedText(section, this.#answers[i])])] : []),
    ]).concat(this.#unknown());
  }

  #unknown() {
    return this.#failed ? [element('p', { class: 'bl-soft' }, ['Not known just now. You can record the contact all the same.'])] : [];
  }

  #text(answer, sections, place) {
    const parts = answerParts(answer);
    const missing = answer ? (answer.missing ?? []) : ['initiator', 'conduct', 'imminentThreat'];
    if (missing.length > 0 && !answer?.forSchool) {
      parts.push(element('p', { class: 'bl-soft' }, [`Answered from: ${missing.map((key) => NEEDED[key] ?? key).join(', ')}.`]));
    }
    parts.push(...this.#unknown());
    sections.forEach((_, i) => {
      if (i !== place && this.#answers[i]?.class) {
        parts.push(element('p', { class: 'bl-small bl-soft' }, [`Student ${i + 1}: ${className(this.#answers[i].class)}`]));
      }
    });
    return parts;
  }

  #handedText(section, answer) {
    const row = section.querySelector(`[data-follow-ups] > [data-code="${HAND_BACK}"]`);
    const field = row?.querySelector('[data-key="referredTo"]');
    const who = field?.value ? field.selectedOptions[0].textContent : 'the school';
    const time = row?.querySelector('[data-key="startedAt"]').value;
    const handed = `Turned over to: ${[who, time && timeOfTyped(time)].filter(Boolean).join(', ')}`.replace(/\.?$/, '.');
    return (answer?.handedOverAfter ?? []).length === 0 ? handed : `${handed} All of it stays on record.`;
  }

  #reason(answer) {
    const parts = [];
    if (answer?.rule) {
      parts.push(element('p', {}, [`${reasonText(answer.reason)} (Rule ${answer.rule})`]));
    }
    if (answer && !answer.agreement) {
      parts.push(element('p', {}, ['No agreement is in force on that day; the standard rules say this.']));
    }
    return parts;
  }
}

/** Touches the page only where the words changed: a screen reader is told once. */
function replace(box, parts) {
  const text = parts.map((part) => part.outerHTML).join('');
  if (box.dataset.text !== text) {
    box.dataset.text = text;
    box.replaceChildren(...parts);
  }
}

/** The class and what is advised. Where no agreement is in force the advice says so in its first sentence: it stands first. */
function answerParts(answer) {
  if (!answer || (answer.class === null && !answer.forSchool)) {
    return [element('p', { class: 'bl-line__class' }, ['Whose is this?'])];
  }
  const read = element('p', { class: 'bl-line__class' }, [answer.class === null ? 'This is the school’s.' : className(answer.class)]);
  const advice = element('p', {}, [answer.advice]);
  return answer.agreement ? [read, advice] : [advice, read];
}

const isBlank = (student) =>
  student.initiator === null && student.imminentThreat === null && student.conduct.length === 0 && student.actions.length === 0;

function agreementText({ agreementTitle, agreementFrom, agreementSection }) {
  const from = agreementFrom
    ? ` of ${new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(`${agreementFrom}T00:00:00Z`))}`
    : '';
  return `${agreementTitle ?? 'Agreement'}${from}${agreementSection ? `, section ${agreementSection}` : ''}`;
}
