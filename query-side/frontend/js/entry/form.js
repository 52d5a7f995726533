// Reading the form: what stands in its fields, as plain data, and putting it back.

export const HAND_BACK = 'A0_REFER_BACK';

/** Actions that are police powers or enforcement: their times and their basis are asked for. */
export const POWERS = /^A[23]_/;

/** Actions that are force or restraint: their kind belongs to the record of force. */
export const FORCE = new Set(['A2_HANDCUFF', 'A2_FORCE']);

/** What asks for the notice to a parent. */
export const QUESTIONED = 'A2_QUESTION';

/** Taken into custody or cited: what asks for the alternatives. */
export const ENFORCED = new Set(['A3_ARREST', 'A3_CITE']);

const value = (root, key) => root.querySelector(`[data-key="${key}"]`)?.value ?? '';

const picked = (root, key) => root.querySelector(`[data-pick="${key}"] input:checked`)?.value ?? '';

const rowsOf = (list) => [...list.children].filter((child) => child.dataset.row !== undefined);

/** The student sections, in order. @returns {HTMLElement[]} */
export const studentSections = (form) => rowsOf(form.querySelector('#students'));

/** The blocks of a student's actions, in the order the actions were ticked. @returns {HTMLElement[]} */
export const actionRows = (section) =>
  [...section.querySelectorAll('[data-follow-ups] > [data-row]')].sort((one, other) => one.dataset.index - other.dataset.index);

/** @param {HTMLFormElement} form */
export function readForm(form) {
  return {
    zone: form.dataset.zone,
    occurredAt: value(form, 'occurredAt'),
    occurredSecond: value(form, 'occurredSecond'),
    school: value(form, 'school'),
    place: value(form, 'place'),
    inSession: picked(form, 'inSession'),
    officer: value(form, 'officer'),
    capacity: value(form, 'capacity'),
    references: [...form.querySelectorAll('[data-reference]')].map((field) => ({
      kind: field.dataset.reference,
      value: field.value,
    })),
    students: studentSections(form).map(readStudent),
  };
}

export function readStudent(section) {
  return {
    role: value(section, 'role'),
    identified: section.querySelector('[data-identified]:checked')?.value === 'YES',
    student: valuesIn(section.querySelector('[data-key="student"]')),
    statistics: valuesIn(section.querySelector('[data-key="statistics"]')),
    initiator: picked(section, 'initiator'),
    requestedBy: picked(section, 'requestedBy'),
    conduct: [...section.querySelectorAll('[data-chosen] [data-code]')].map((chip) => chip.dataset.code),
    conductText: value(section, 'conduct').trim(),
    imminentThreat: picked(section, 'imminentThreat'),
    imminenceReason: picked(section, 'imminenceReason'),
    actions: actionRows(section).map((row) => ({
      code: row.dataset.code,
      ...valuesIn(row),
      force: Object.fromEntries([...row.querySelectorAll('[data-force]')].map((field) => [field.dataset.force, field.value])),
      asked: row.dataset.asked !== undefined,
    })),
    deEscalation: valuesIn(section.querySelector('[data-key="deEscalation"]')),
    questioning: {
      ...valuesIn(section.querySelector('[data-key="questioning"]')),
      present: [...section.querySelectorAll('[data-present]:checked')].map((box) => box.value),
      noticeAttempts: rowsOf(section.querySelector('[data-rows="noticeAttempts"]')).map(valuesIn),
    },
    arrestLawfullyPossible: picked(section, 'arrestLawfullyPossible'),
    outcome: value(section, 'outcome'),
    alternatives: [...section.querySelectorAll('[data-alternative]')]
      .filter((choice) => choice.value !== '')
      .map((choice) => ({ code: choice.dataset.alternative, unusedReason: choice.value })),
    narrative: value(section, 'narrative'),
    shown: section.shown ?? [],
    unticked: section.unticked ?? [],
  };
}

/** The fields of a group by key; those of rows within it, and of groups within it that have a key, belong to these. */
function valuesIn(group) {
  const values = {};
  const own = (field) => {
    const row = field.closest('[data-row]');
    return row === null || row === group || !group.contains(row);
  };
  for (const field of group.querySelectorAll('input[data-key], select[data-key], textarea[data-key]')) {
    if (own(field)) {
      values[field.dataset.key] = field.value;
    }
  }
  for (const question of group.querySelectorAll('[data-pick]')) {
    if (own(question)) {
      values[question.dataset.pick] = question.querySelector('input:checked')?.value ?? '';
    }
  }
  return values;
}

/** Puts the values back into the fields of a group; one that the form no longer offers is left as it stands. */
export function fillValues(group, values) {
  for (const [key, wanted] of Object.entries(values ?? {})) {
    const field = group.querySelector(`input[data-key="${key}"], select[data-key="${key}"], textarea[data-key="${key}"]`);
    if (field && typeof wanted === 'string') {
      setField(field, wanted);
    } else if (typeof wanted === 'string') {
      pick(group, key, wanted);
    }
  }
}

/** Takes one of the choices of a question. */
export function pick(root, key, wanted) {
  const choice = [...root.querySelectorAll(`[data-pick="${key}"] input`)].find((input) => input.value === wanted);
  if (choice) {
    choice.checked = true;
  }
}

export function setField(field, wanted) {
  if (field.tagName !== 'SELECT' || [...field.options].some((option) => option.value === wanted)) {
    field.value = wanted;
  }
}

/** The fields of the contact itself. */
export function fillContact(form, state) {
  for (const key of ['occurredAt', 'occurredSecond', 'school', 'place', 'officer', 'capacity']) {
    const field = form.querySelector(`[data-key="${key}"]`);
    if (field && state[key]) {
      setField(field, state[key]);
    }
  }
  pick(form, 'inSession', state.inSession ?? '');
  for (const reference of state.references ?? []) {
    const field = form.querySelector(`[data-reference="${reference.kind}"]`);
    if (field) {
      field.value = reference.value;
    }
  }
}
