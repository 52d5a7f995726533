// Fields of the forms on a case's page: each knows what stood, what stands in it now, and how both are said in words.
import { element } from '../dom.js';
import { oddHour, zonedIso } from '../entry/zoned-time.js';

let serial = 0;
const nextId = () => `mend-${(serial += 1)}`;

/** What can be chosen, from the page's templates. @returns {{value: string, label: string}[]} */
export function choices(list) {
  const options = document.querySelector(`template[data-list="${list}"]`)?.content.querySelectorAll('option') ?? [];
  return [...options].map((option) => ({ value: option.value, label: option.textContent }));
}

/** What a value is called in its list; the value itself where the list does not hold it. */
export function named(list, value) {
  return choices(list).find((choice) => choice.value === value)?.label ?? value;
}

/** For instance Nov 19, 2026, 8:48 a.m. */
export function momentWords(local) {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local ?? '');
  if (!match) {
    return null;
  }
  const [year, month, day, hour, minute] = match.slice(1).map(Number);
  const name = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1));
  return `${name} ${day}, ${year}, ${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

function labelled(field, control, hint) {
  const id = nextId();
  control.id = id;
  field.control = control;
  const parts = [element('label', { class: 'usa-label', for: id }, [field.label])];
  if (hint) {
    parts.push(element('span', { class: 'usa-hint', id: `${id}-hint` }, [hint]));
    control.setAttribute('aria-describedby', `${id}-hint`);
  }
  field.node = element('div', { class: 'bl-field' }, [...parts, control]);
  return field;
}

/** One choice of a list; without one nothing is stated. */
export function select(label, key, list, initial, hint) {
  const options = typeof list === 'string' ? choices(list) : list;
  const control = element('select', { class: 'usa-select' }, [element('option', { value: '' }, ['Not stated'])]);
  control.append(...options.map(({ value, label: text }) => element('option', { value }, [text])));
  if (initial && ![...control.options].some((option) => option.value === initial)) {
    control.append(element('option', { value: initial }, [initial]));
  }
  control.value = initial ?? '';
  return labelled(
    {
      label,
      key,
      initial: initial ?? null,
      value: () => control.value || null,
      words: (value) => (value ? (options.find((option) => option.value === value)?.label ?? value) : null),
    },
    control,
    hint,
  );
}

const YES_NO = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
];

export function yesNo(label, key, initial) {
  return select(label, key, YES_NO, initial);
}

/** A local time in the agency's zone. */
export function time(label, key, initial, zone) {
  const control = element('input', { class: 'usa-input', type: 'datetime-local' });
  const shown = (initial ?? '').replace(/:00$/, '');
  if (/:\d\d:\d\d$/.test(shown)) {
    control.step = '1';
  }
  control.value = shown;
  return labelled(
    {
      label,
      key,
      initial: shown || null,
      value: () => control.value || null,
      // An hour that the clocks skip goes as typed, so that it is refused by name and not moved.
      sent: (value) => (oddHour(value, zone) === 'skipped' ? value : zonedIso(value, zone)),
      words: momentWords,
    },
    control,
  );
}

export function text(label, key, hint, type = 'text') {
  const control = type === 'area' ? element('textarea', { class: 'usa-textarea', rows: '4' }) : element('input', { class: 'usa-input', type, autocomplete: 'off', spellcheck: 'false' });
  return labelled(
    {
      label,
      key,
      initial: null,
      value: () => control.value.trim() || null,
      words: (value) => (type === 'date' ? momentWords(`${value}T00:00`)?.replace(/, 12:00 a\.m\.$/, '') : value),
    },
    control,
    hint,
  );
}

export function tick(label, key) {
  const id = nextId();
  const control = element('input', { class: 'usa-checkbox__input', type: 'checkbox', id });
  const field = { label, key, control, initial: null, value: () => (control.checked ? true : null), words: (value) => (value ? 'Yes' : null) };
  field.node = element('div', { class: 'usa-checkbox' }, [control, element('label', { class: 'usa-checkbox__label', for: id }, [label])]);
  return field;
}

/** Any of a list. */
export function several(label, key, list, initial) {
  const boxes = choices(list).map(({ value, label: name }) => {
    const id = nextId();
    const box = element('input', { class: 'usa-checkbox__input', type: 'checkbox', id, value });
    box.checked = (initial ?? []).includes(value);
    return { box, node: element('div', { class: 'usa-checkbox' }, [box, element('label', { class: 'usa-checkbox__label', for: id }, [name])]) };
  });
  return {
    label,
    key,
    initial: initial?.length ? initial : null,
    control: boxes[0]?.box,
    node: element('fieldset', { class: 'usa-fieldset' }, [element('legend', { class: 'usa-legend' }, [label]), ...boxes.map(({ node }) => node)]),
    value: () => {
      const chosen = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
      return chosen.length ? chosen : null;
    },
    words: (value) => (value ? value.map((one) => named(list, one)).join(', ') : null),
  };
}

/** Members of a document: {a: {b: 1}} for the key a.b. */
export function put(document, key, value) {
  const steps = key.split('.');
  const last = steps.pop();
  steps.reduce((level, step) => (level[step] ??= {}), document)[last] = value;
}

/** What a field holds as it is sent. */
export function sent(field, value = field.value()) {
  if (value === null) {
    return null;
  }
  return field.sent ? field.sent(value) : value;
}

/**
 * A list of alike things, each with the same fields, to which one can be added and from which one can be taken.
 *
 * @param {(item: object) => object[]} fieldsOf fields of one item; where there is one field without a key, the item is its value
 * @param {object[]} initial items
 */
export function rows(label, key, one, fieldsOf, initial, empty = {}) {
  const items = [];
  const list = element('div');
  const read = (fields) => (fields.length === 1 && fields[0].key === '' ? fields[0].value() : Object.fromEntries(fields.map((field) => [field.key, field.value()])));
  const add = (item) => {
    const fields = fieldsOf(item);
    const entry = { fields };
    const remove = element('button', { type: 'button', class: 'usa-button usa-button--unstyled' }, ['Take this one out']);
    entry.node = element('div', { class: 'bl-mend__row', role: 'group', 'aria-label': one }, [
      element('div', { class: 'bl-fields' }, fields.map(({ node }) => node)),
      element('p', {}, [remove]),
    ]);
    remove.addEventListener('click', () => {
      items.splice(items.indexOf(entry), 1);
      entry.node.remove();
      more.focus();
      more.dispatchEvent(new Event('change', { bubbles: true }));
    });
    items.push(entry);
    list.append(entry.node);
    return entry;
  };
  const more = element('button', { type: 'button', class: 'usa-button usa-button--outline' }, [`Add ${one}`]);
  more.addEventListener('click', () => add(structuredClone(empty)).fields[0].control.focus());
  (initial ?? []).forEach((item) => add(item));
  const field = {
    label,
    key,
    rows: items,
    get control() {
      return items[0]?.fields[0].control ?? more;
    },
    node: element('fieldset', { class: 'usa-fieldset' }, [element('legend', { class: 'usa-legend' }, [label]), list, element('p', {}, [more])]),
    value: () => {
      const values = items.map(({ fields }) => read(fields)).filter((value) => (typeof value === 'object' && value !== null ? Object.values(value).some((part) => part !== null) : value !== null));
      return values.length ? values : null;
    },
    sent: () =>
      items
        .map(({ fields }) => (fields.length === 1 && fields[0].key === '' ? sent(fields[0]) : Object.fromEntries(fields.map((part) => [part.key, sent(part)]))))
        .filter((value) => (typeof value === 'object' && value !== null ? Object.values(value).some((part) => part !== null) : value !== null)),
    words: (values) => {
      const template = fieldsOf(structuredClone(empty));
      return (
        values
          ?.map((value) =>
            (template.length === 1 && template[0].key === '' ? [template[0].words(value)] : template.map((part) => (value[part.key] === null || value[part.key] === undefined ? null : part.words(value[part.key])))).filter(Boolean).join(', '),
          )
          .join('; ') ?? null
      );
    },
  };
  field.initial = field.value();
  return field;
}
