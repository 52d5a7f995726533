// The sections of the form that come and go: students, the details of their actions, attempts to reach a guardian.
import { CodePicker } from './code-picker.js';
import { studentSections } from './form.js';
import { fillStudent, StudentLookup } from './lookup.js';

let serial = 0;

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

export class Students {
  #form;
  #list;
  #changed;
  #codes;

  /** @param {HTMLFormElement} form @param {() => void} changed called after a section came, went or changed by script */
  constructor(form, changed) {
    this.#form = form;
    this.#list = form.querySelector('#students');
    this.#changed = changed;
    this.#codes = [...document.getElementById('conduct-codes').content.querySelectorAll('option')].map((option) => ({
      value: option.value,
      code: option.dataset.code,
      list: option.dataset.list,
      name: option.textContent,
    }));
  }

  /** Adds a student's section at the end. @returns {HTMLElement} */
  add() {
    const section = copyOf('student-template');
    this.#list.append(section);
    section.picker = new CodePicker(section.querySelector('[data-picker]'), this.#codes, () => this.#changed());
    const lookup = section.querySelector('[data-lookup]');
    if (lookup) {
      section.lookup = new StudentLookup(lookup, (student) => {
        fillStudent(section, student);
        this.#changed();
      });
    }
    section.querySelector('[data-remove-student]').addEventListener('click', () => this.#remove(section));
    section.querySelector('[data-add-attempt]').addEventListener('click', () => this.#addAttempt(section));
    section.addEventListener('change', () => this.#show(section));
    this.#show(section);
    this.#number();
    return section;
  }

  /** The student's only action becomes the hand-back to the school, and so does the outcome. */
  referBack(section) {
    for (const box of section.querySelectorAll('[data-action]')) {
      box.checked = box.value === 'A0_REFER_BACK';
    }
    const outcome = section.querySelector('[data-key="outcome"]');
    if ([...outcome.options].some((option) => option.value === 'REFER_BACK')) {
      outcome.value = 'REFER_BACK';
    }
    this.#show(section);
    section.querySelector('[data-action-details]').open = true;
    this.#changed();
    section.querySelector('[data-key="referredTo"]')?.focus();
  }

  #remove(section) {
    const before = section.previousElementSibling;
    section.remove();
    this.#number();
    this.#changed();
    (before ?? studentSections(this.#form)[0]).focus();
  }

  #addAttempt(section) {
    const row = copyOf('attempt-template');
    section.querySelector('[data-rows="noticeAttempts"]').append(row);
    row.querySelector('[data-remove-row]').addEventListener('click', () => {
      row.remove();
      this.#changed();
      section.querySelector('[data-add-attempt]').focus();
    });
    row.querySelector('input').focus();
    this.#changed();
  }

  #number() {
    const sections = studentSections(this.#form);
    sections.forEach((section, i) => {
      section.querySelector('[data-student-heading]').textContent =
        sections.length === 1 ? 'The student' : `Student ${i + 1}`;
      section.querySelector('[data-remove-student]').hidden = sections.length === 1;
    });
  }

  /** Shows the fields that what is chosen asks for. */
  #show(section) {
    const chosen = (key) => section.querySelector(`[data-key="${key}"]`).value;
    const identified = section.querySelector('[data-identified]:checked').value === 'YES';
    for (const group of section.querySelectorAll('[data-when-identified]')) {
      group.hidden = !identified;
    }
    section.querySelector('[data-when-staff-asked]').hidden = chosen('initiator') !== 'STAFF_REQUEST';
    section.querySelector('[data-when-imminent]').hidden =
      section.querySelector('[data-yes-no="imminentThreat"] input:checked')?.value !== 'YES';
    for (const alternative of section.querySelectorAll('[data-alternative]')) {
      alternative.lastElementChild.hidden = !alternative.querySelector('input').checked;
    }
    this.#showActions(section);
  }

  #showActions(section) {
    const details = section.querySelector('[data-action-details]');
    const list = details.querySelector('[data-rows]');
    const rows = new Map([...list.children].map((row) => [row.dataset.code, row]));
    const boxes = [...section.querySelectorAll('[data-action]:checked')];
    const wanted = boxes.map((box) => rows.get(box.value) ?? actionRow(box));
    if (wanted.length !== list.children.length || wanted.some((row, i) => list.children[i] !== row)) {
      list.replaceChildren(...wanted);
    }
    for (const row of wanted) {
      row.querySelector('[data-when-action-imminent]').hidden =
        row.querySelector('[data-key="imminentThreat"]').value !== 'YES';
    }
    details.hidden = wanted.length === 0;
  }
}

function actionRow(box) {
  const row = copyOf('action-template');
  row.dataset.code = box.value;
  row.querySelector('[data-action-name]').textContent = box.nextElementSibling.textContent;
  row.querySelector('[data-when-level-2]').hidden = !/^A[23]_/.test(box.value);
  row.querySelector('[data-when-referred]').hidden = box.value !== 'A0_REFER_BACK';
  return row;
}
