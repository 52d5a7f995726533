// A combo box that gathers several codes: type, choose with arrows and Enter or Tab or by pointing, remove by button. What is
// typed and not chosen stays, and is an error beside the field: it is no code.
import { element } from '../dom.js';
import { clearField, markField } from './errors.js';
import { searchCodes } from './code-search.js';

export class CodePicker {
  #input;
  #list;
  #chosen;
  #codes;
  #changed;
  #found = [];
  #active = -1;

  /** @param {HTMLElement} root @param {{value: string, code: string, list: string, name: string}[]} codes */
  constructor(root, codes, changed) {
    this.#input = root.querySelector('[role="combobox"]');
    this.#list = root.querySelector('[role="listbox"]');
    this.#chosen = root.querySelector('[data-chosen]');
    this.#codes = codes;
    this.#changed = changed;
    this.#input.addEventListener('input', () => {
      clearField(this.#input);
      this.#open();
    });
    this.#input.addEventListener('click', () => this.#open());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => {
      this.#close();
      this.#complain();
    });
    // Keeps the focus in the input, so that choosing with a pointer is not a blur first.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) {
        this.#choose(this.#found[Number(option.dataset.place)]);
      }
    });
  }

  /** Puts these codes and this text in the place of what stands there. */
  set(values, text) {
    this.#chosen.replaceChildren();
    for (const value of values) {
      const code = this.#codes.find((one) => one.value === value);
      if (code) {
        this.#append(code);
      }
    }
    this.#input.value = text;
    clearField(this.#input);
    this.#complain();
  }

  #complain() {
    const text = this.#input.value.trim();
    clearField(this.#input);
    if (text !== '') {
      markField(this.#input, `“${text}” is no conduct yet: choose one from the list, try another word, or clear the field.`);
    }
  }

  #values() {
    return [...this.#chosen.children].map((chip) => chip.dataset.code);
  }

  #open() {
    const taken = new Set(this.#values());
    this.#found = searchCodes(
      this.#codes.filter((code) => !taken.has(code.value)),
      this.#input.value,
    );
    this.#active = this.#input.value.trim() === '' ? -1 : 0;
    this.#list.replaceChildren(
      ...(this.#found.length === 0
        ? [element('li', { class: 'bl-picker__none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, ['No code found'])]
        : this.#found.map((code, i) =>
            element('li', { role: 'option', id: `${this.#list.id}-${i}`, 'data-place': String(i), 'aria-selected': 'false' }, [
              element('strong', {}, [code.code]),
              ` ${code.name} `,
              element('span', { class: 'bl-soft bl-small' }, [code.list]),
            ]),
          )),
    );
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#mark();
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #mark() {
    this.#input.removeAttribute('aria-activedescendant');
    [...this.#list.children].forEach((option, i) => {
      const active = i === this.#active && this.#found.length > 0;
      option.setAttribute('aria-selected', String(active));
      if (active) {
        this.#input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  #key(event) {
    const isOpen = !this.#list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) {
        this.#open();
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = this.#found.length;
      this.#active = count === 0 ? -1 : (this.#active + step + count) % count;
      this.#mark();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
      if (isOpen && this.#active >= 0 && this.#found.length > 0) {
        this.#choose(this.#found[this.#active]);
      }
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Backspace' && this.#input.value === '' && this.#chosen.lastElementChild) {
      this.#drop(this.#chosen.lastElementChild);
    }
  }

  #choose(code) {
    this.#append(code);
    this.#input.value = '';
    clearField(this.#input);
    this.#close();
    this.#changed();
  }

  #append(code) {
    const label = `${code.code} ${code.name}`;
    const remove = element('button', { type: 'button', 'aria-label': `Remove ${label}` }, ['×']);
    const chip = element('li', { 'data-code': code.value }, [element('span', {}, [label]), remove]);
    remove.addEventListener('click', () => {
      this.#drop(chip);
      this.#input.focus();
    });
    this.#chosen.append(chip);
  }

  #drop(chip) {
    chip.remove();
    this.#changed();
  }
}
