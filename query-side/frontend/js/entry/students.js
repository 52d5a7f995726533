// The sections of the form that come and go: students, what each action asks, attempts to reach a guardian.
import { button, element } from '../dom.js';
import { CodePicker } from './code-picker.js';
import { asksAlternatives, isEnforced } from './document.js';
import { actionRows, fillValues, FORCE, HAND_BACK, pick, POWERS, readStudent, setField, studentSections } from './form.js';
import { fillStudent, StudentLookup } from './lookup.js';

/** Whether an action's times are asked for at once. */
const isTimed = (code) => POWERS.test(code) || code === HAND_BACK;

let serial = 1;

/** A copy of a template's one element, its ids made unique. */
function copyOf(templateId) {
  serial += 1;
  const copy = document.getElementById(templateId).content.firstElementChild.cloneNode(true);
  const attributes = ['id', 'for', 'name', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
  for (const node of [copy, ...copy.querySelectorAll('*')]) {
    for (const attribute of attributes) {
      const written = node.getAttribute(attribute);
      if (written?.includes('{n}')) {
        node.setAttribute(attribute, written.replaceAll('{n}', serial));
      }
    }
  }
  return copy;
}

const optionsOf = (templateId) => [...document.getElementById(templateId).content.querySelectorAll('option')];

/** What an action is called beside its box. */
export const nameOf = (box) => box.nextElementSibling.textContent;

export class Students {
  #form;
  #list;
  #changed;
  #now;
  #codes;
  #reasons;

  /**
   * @param {HTMLFormElement} form
   * @param {() => void} changed called after a section came, went or changed by script
   * @param {() => Date} now
   */
  constructor(form, changed, now) {
    this.#form = form;
    this.#list = form.querySelector('#students');
    this.#changed = changed;
    this.#now = now;
    this.#codes = optionsOf('conduct-codes').map((option) => ({
      value: option.value,
      code: option.dataset.code,
      list: option.dataset.list,
      words: option.dataset.words,
      tier: option.dataset.tier === '' ? null : Number(option.dataset.tier),
      name: option.textContent,
    }));
    this.#reasons = optionsOf('untick-reasons').map((option) => ({ value: option.value, label: option.textContent }));
    studentSections(form).forEach((section) => this.#wire(section));
    this.#number();
  }

  /** Every code of conduct, as the API takes it. */
  get codes() {
    return this.#codes;
  }

  /** What an action is called, from its code. */
  actionName(code) {
    const box = this.#list.querySelector(`[data-action][value="${code}"]`);
    return box ? nameOf(box) : code;
  }

  /** Adds a student's section at the end. @returns {HTMLElement} */
  add() {
    const section = copyOf('student-template');
    this.#list.append(section);
    this.#wire(section);
    this.#number();
    return section;
  }

  /** Where a number was no answer to who it was, the page asks: which of several, or somebody else. */
  askWho(problem) {
    for (const { pointer, code } of problem?.errors ?? []) {
      const section = studentSections(this.#form)[/^\/students\/(\d+)\/student\/number$/.exec(pointer ?? '')?.[1] ?? -1];
      if (section && code === 'several-students') {
        section.number = section.querySelector('[data-key="student"] [data-key="number"]').value.trim();
        section.lookup?.ask(section.number);
      }
      if (section && (code === 'several-students' || code === 'another-student')) {
        section.querySelector('[data-another]').hidden = false;
      }
    }
  }

  /** Adds a student to whom the same happened: start, conduct, danger and actions are copied, the person is not. */
  addLike(section) {
    const { role, initiator, requestedBy, conduct, imminentThreat, imminenceReason, actions } = readStudent(section);
    const added = this.add();
    this.fill(added, {
      role,
      initiator,
      requestedBy,
      conduct,
      imminentThreat,
      imminenceReason,
      actions: actions.filter((action) => !action.asked).map(({ code }) => ({ code })),
    });
    return added;
  }

  /** Puts a student back as readStudent read it. */
  fill(section, state) {
    setField(section.querySelector('[data-key="role"]'), state.role ?? '');
    if (state.identified === false) {
      section.querySelector('[data-identified][value="NO"]').checked = true;
    }
    for (const key of ['student', 'statistics', 'deEscalation', 'questioning']) {
      fillValues(section.querySelector(`[data-key="${key}"]`), state[key]);
    }
    for (const key of ['initiator', 'requestedBy', 'imminentThreat', 'imminenceReason', 'arrestLawfullyPossible']) {
      pick(section, key, state[key] ?? '');
    }
    setField(section.querySelector('[data-key="outcome"]'), state.outcome ?? '');
    section.querySelector('[data-key="narrative"]').value = state.narrative ?? '';
    section.picker.set(state.conduct ?? [], state.conductText ?? '');
    section.shown = state.shown ?? [];
    section.unticked = state.unticked ?? [];
    for (const action of state.actions ?? []) {
      const box = section.querySelector(`[data-action][value="${action.code}"]`);
      if (!box) {
        continue;
      }
      box.checked = true;
      section.order.push(action.code);
      const row = this.#rowOf(section, box);
      fillValues(row, action);
      for (const [key, wanted] of Object.entries(action.force ?? {})) {
        setField(row.querySelector(`[data-force="${key}"]`), wanted);
      }
      if (action.asked) {
        box.checked = false;
        this.#ask(section, box, row);
      }
    }
    for (const code of state.questioning?.present ?? []) {
      const box = section.querySelector(`[data-present][value="${code}"]`);
      if (box) {
        box.checked = true;
      }
    }
    for (const attempt of state.questioning?.noticeAttempts ?? []) {
      fillValues(this.#attempt(section), attempt);
    }
    for (const { code, unusedReason } of state.alternatives ?? []) {
      const field = section.querySelector(`[data-alternative="${code}"]`);
      if (field) {
        setField(field, unusedReason);
      }
    }
    this.#show(section);
  }

  /** Records in addition that the school took it: who, and now; an outcome that was stated stays. */
  handBack(section, who) {
    const box = section.querySelector(`[data-action][value="${HAND_BACK}"]`);
    if (!box.checked) {
      box.checked = true;
      this.#tick(section, box);
    }
    const row = this.#rowOf(section, box);
    setField(row.querySelector('[data-key="referredTo"]'), who);
    row.querySelector('[data-key="startedAt"]').value = this.#timeOfDay();
    const outcome = section.querySelector('[data-key="outcome"]');
    section.outcomeByHandBack = outcome.value === '';
    if (section.outcomeByHandBack) {
      setField(outcome, 'REFER_BACK');
    }
    this.#show(section);
    this.#changed();
  }

  /** Takes the hand-back away again, and the outcome that came with it. */
  undoHandBack(section) {
    const box = section.querySelector(`[data-action][value="${HAND_BACK}"]`);
    box.checked = false;
    this.#untick(section, box);
    const outcome = section.querySelector('[data-key="outcome"]');
    if (section.outcomeByHandBack && outcome.value === 'REFER_BACK') {
      outcome.value = '';
    }
    this.#show(section);
    this.#changed();
  }

  #wire(section) {
    section.order = [];
    section.shown = [];
    section.unticked = [];
    section.picker = new CodePicker(section.querySelector('[data-picker]'), this.#codes, () => this.#changed());
    const lookup = section.querySelector('[data-lookup]');
    if (lookup) {
      section.lookup = new StudentLookup(lookup, (student) => {
        fillStudent(section, student);
        section.querySelector('[data-key="entry"]').value = section.number === undefined ? '' : student.student;
        this.#changed();
      });
    }
    // Who was meant by one number is not meant by another.
    section.querySelector('[data-key="student"] [data-key="number"]').addEventListener('input', () => {
      section.querySelector('[data-key="entry"]').value = '';
      section.querySelector('[data-key="anotherPerson"]').value = '';
      this.#show(section);
    });
    section.querySelector('[data-remove-student]').addEventListener('click', () => this.#remove(section));
    section.querySelector('[data-add-attempt]').addEventListener('click', () => {
      this.#attempt(section).querySelector('input').focus();
      this.#changed();
    });
    section.addEventListener('change', (event) => {
      if (event.target.matches('[data-action]')) {
        if (event.target.checked) {
          this.#tick(section, event.target);
        } else {
          this.#untick(section, event.target);
        }
      }
      this.#show(section);
    });
    this.#show(section);
  }

  /** Whose police powers were ticked, or unticked, when the line was shown does not go in silence. */
  #remove(section) {
    const named = (code) => section.querySelector(`[data-action][value="${code}"]`);
    const done = [...section.order, ...section.unticked.map(({ code }) => code)].filter((code) => named(code)?.dataset.asksWhy !== undefined);
    if (section.shown.length === 0 || done.length === 0) {
      this.#removeNow(section);
      return;
    }
    section.querySelector('[data-ask="student"]')?.remove();
    const remove = section.querySelector('[data-remove-student]');
    const words = [...new Set(done)].map((code) => `“${nameOf(named(code))}”`).join(', ');
    const keep = button(
      'Keep this student',
      () => {
        asked.remove();
        remove.focus();
      },
      'usa-button',
    );
    const asked = question('student', 'Remove this student?', `You ticked ${words} for this student, and the line was shown. If this student was part of the contact, all of it belongs on record. Removed, nothing about this student is recorded.`, [
      button('This student was not part of it: remove', () => this.#removeNow(section), 'usa-button usa-button--outline'),
      keep,
    ]);
    section.querySelector('.bl-student__head').after(asked);
    keep.focus();
  }

  #removeNow(section) {
    const before = section.previousElementSibling;
    section.remove();
    this.#number();
    this.#changed();
    (before ?? studentSections(this.#form)[0]).focus();
  }

  #attempt(section) {
    const row = copyOf('attempt-template');
    section.querySelector('[data-rows="noticeAttempts"]').append(row);
    row.querySelector('[data-remove-row]').addEventListener('click', () => {
      row.remove();
      this.#changed();
      section.querySelector('[data-add-attempt]').focus();
    });
    return row;
  }

  #number() {
    const sections = studentSections(this.#form);
    sections.forEach((section, i) => {
      section.querySelector('[data-student-heading]').textContent =
        sections.length === 1 ? 'The student' : `Student ${i + 1}`;
      section.querySelector('[data-remove-student]').hidden = sections.length === 1;
    });
  }

  #tick(section, box) {
    section.querySelector(`[data-ask="${box.value}"]`)?.remove();
    const row = this.#rowOf(section, box);
    delete row.dataset.asked;
    if (!section.order.includes(box.value)) {
      section.order.push(box.value);
    }
  }

  /** What was ticked when the line was shown is not taken back in silence. */
  #untick(section, box) {
    const row = this.#rowOf(section, box);
    const wasShown = section.shown.length > 0;
    if (wasShown && box.dataset.asksWhy !== undefined && this.#reasons.length > 0) {
      this.#ask(section, box, row);
    } else {
      this.#takeBack(section, box, wasShown, null);
    }
  }

  #takeBack(section, box, kept, reason) {
    section.querySelector(`[data-follow-ups] > [data-row][data-code="${box.value}"]`)?.remove();
    section.order = section.order.filter((code) => code !== box.value);
    if (kept) {
      section.unticked.push({ code: box.value, untickedAt: this.#now().toISOString(), reason });
    }
  }

  #ask(section, box, row) {
    row.dataset.asked = '';
    const settled = () => {
      asked.remove();
      this.#show(section);
      this.#changed();
      box.focus();
    };
    const words = `You unticked “${nameOf(box)}” after the line was shown. Why? The answer is kept with the record.`;
    const asked = question(box.value, `Why ${nameOf(box)} was unticked`, words, [
      ...this.#reasons.map((reason) =>
        button(
          reason.label,
          () => {
            this.#takeBack(section, box, true, reason.value);
            settled();
          },
          'usa-button usa-button--outline',
        ),
      ),
      button(
        'Keep it ticked',
        () => {
          box.checked = true;
          delete row.dataset.asked;
          settled();
        },
        'usa-button',
      ),
    ]);
    box.closest('.bl-chip').after(asked);
    asked.scrollIntoView({ block: 'nearest' });
  }

  /** The block of an action, right below the choices it was ticked in. */
  #rowOf(section, box) {
    const list = box.closest('fieldset').querySelector('[data-follow-ups]');
    const found = list.querySelector(`:scope > [data-row][data-code="${box.value}"]`);
    if (found) {
      return found;
    }
    const row = copyOf('action-template');
    row.dataset.code = box.value;
    row.querySelector('[data-action-name]').textContent = nameOf(box);
    const timed = isTimed(box.value);
    const end = row.querySelector('[data-end]');
    for (const [wanted, parts] of [
      [box.value === HAND_BACK, '[data-when-referred]'],
      [FORCE.has(box.value), '[data-when-force]'],
      [POWERS.test(box.value), '[data-when-basis]'],
    ]) {
      for (const part of row.querySelectorAll(parts)) {
        part.hidden = !wanted;
      }
    }
    if (FORCE.has(box.value)) {
      row.querySelector('[data-force="kind"]').value = box.value === 'A2_HANDCUFF' ? 'HANDCUFFS' : '';
    }
    if (box.value === HAND_BACK) {
      row.querySelector('[data-time] label').textContent = 'At';
      end.hidden = true;
    } else if (!timed) {
      row.querySelector('[data-more]').textContent = 'Times, and danger if it was different at that moment';
      row.querySelector('.bl-more .bl-fields').prepend(...row.querySelectorAll('[data-time]'));
    }
    list.append(row);
    return row;
  }

  /** Shows the fields that what is chosen asks for, and what it asks right below it. */
  #show(section) {
    const state = readStudent(section);
    for (const group of section.querySelectorAll('[data-when-identified]')) {
      group.hidden = !state.identified;
    }
    const another = section.querySelector('[data-another]');
    another.hidden = another.hidden && state.student.anotherPerson === '';
    section.querySelector('[data-when-staff-asked]').hidden = state.initiator !== 'STAFF_REQUEST';
    section.querySelector('[data-when-imminent]').hidden = state.imminentThreat !== 'YES';
    this.#showActions(section);
    this.#showDecision(section, state);
  }

  #showActions(section) {
    for (const row of section.querySelectorAll('[data-follow-ups] > [data-row]')) {
      row.dataset.index = String(section.order.indexOf(row.dataset.code));
      row.querySelector('[data-when-action-imminent]').hidden = row.querySelector('[data-key="imminentThreat"]').value !== 'YES';
    }
    let force = 0;
    for (const row of actionRows(section)) {
      const stated = row.querySelector('[data-force="kind"]').value !== '';
      row.dataset.forceIndex = stated ? String(force++) : '';
    }
    const names = section.order.map((code) => nameOf(section.querySelector(`[data-action][value="${code}"]`)));
    section.querySelector('[data-order]').textContent =
      names.length < 2 ? 'All that applies, in the order it happened.' : `In this order: ${names.map((name, i) => `${i + 1} ${name}`).join(' · ')}`;
    const questioning = section.querySelector('[data-questioning]');
    const questioned = section.querySelector('[data-follow-ups] > [data-code="A2_QUESTION"]');
    move(questioning, questioned, section.querySelector('[data-questioning-home]'));
  }

  #showDecision(section, state) {
    const decision = section.querySelector('[data-decision]');
    const enforcement = [...section.querySelectorAll('[data-follow-ups] > [data-row]')].findLast((row) => /^A3_/.test(row.dataset.code));
    move(decision, enforcement, section.querySelector('[data-decision-home]'));
    decision.classList.toggle('bl-follow', enforcement !== undefined);
    section.querySelector('[data-alternatives]').hidden = !asksAlternatives(state);
    section.dataset.enforced = String(isEnforced(state));
  }

  #timeOfDay() {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: this.#form.dataset.zone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    }).format(this.#now());
  }
}

/** Asks within the form. @param {string} about what is asked about, an action's code or the student @param {HTMLElement[]} answers */
const question = (about, label, words, answers) =>
  element('div', { class: 'bl-ask', role: 'group', 'aria-label': label, 'data-ask': about }, [
    element('p', { role: 'alert' }, [words]),
    element('div', { class: 'bl-buttons' }, answers),
  ]);

/** Puts a block behind what it follows, or back where it belongs; the focus stays where it is when nothing moves. */
function move(block, after, home) {
  if (after) {
    if (after.nextElementSibling !== block) {
      after.after(block);
    }
  } else if (block.parentElement !== home) {
    home.append(block);
  }
}
