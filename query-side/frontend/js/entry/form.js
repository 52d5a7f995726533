// Reading the form: what stands in its fields, as plain data.

const value = (root, key) => root.querySelector(`[data-key="${key}"]`)?.value ?? '';

const yesNo = (root, key) => root.querySelector(`[data-yes-no="${key}"] input:checked`)?.value ?? '';

const rowsOf = (list) => [...list.children].filter((child) => child.dataset.row !== undefined);

/** The student sections, in order. @returns {HTMLElement[]} */
export const studentSections = (form) => rowsOf(form.querySelector('#students'));

/** @param {HTMLFormElement} form */
export function readForm(form) {
  return {
    zone: form.dataset.zone,
    occurredAt: value(form, 'occurredAt'),
    school: value(form, 'school'),
    place: value(form, 'place'),
    inSession: yesNo(form, 'inSession'),
    officer: value(form, 'officer'),
    capacity: value(form, 'capacity'),
    references: [...form.querySelectorAll('[data-reference]')].map((field) => ({
      kind: field.dataset.reference,
      value: field.value,
    })),
    students: studentSections(form).map(readStudent),
  };
}

function readStudent(section) {
  return {
    role: value(section, 'role'),
    identified: section.querySelector('[data-identified]:checked')?.value === 'YES',
    student: valuesIn(section.querySelector('[data-key="student"]')),
    statistics: valuesIn(section.querySelector('[data-key="statistics"]')),
    initiator: value(section, 'initiator'),
    requestedBy: value(section, 'requestedBy'),
    conduct: [...section.querySelectorAll('[data-chosen] [data-code]')].map((chip) => chip.dataset.code),
    imminentThreat: yesNo(section, 'imminentThreat'),
    imminenceReason: value(section, 'imminenceReason'),
    actions: rowsOf(section.querySelector('[data-action-details] [data-rows]')).map((row) => ({
      code: row.dataset.code,
      ...valuesIn(row),
    })),
    deEscalation: valuesIn(section.querySelector('[data-key="deEscalation"]')),
    questioning: {
      ...valuesIn(section.querySelector('[data-key="questioning"]')),
      present: [...section.querySelectorAll('[data-present]:checked')].map((box) => box.value),
      noticeAttempts: rowsOf(section.querySelector('[data-rows="noticeAttempts"]')).map(valuesIn),
    },
    arrestLawfullyPossible: yesNo(section, 'arrestLawfullyPossible'),
    outcome: value(section, 'outcome'),
    alternatives: [...section.querySelectorAll('[data-alternative]')]
      .filter((choice) => choice.querySelector('input').checked)
      .map((choice) => ({
        code: choice.querySelector('input').value,
        unusedReason: choice.querySelector('select').value,
      })),
    narrative: value(section, 'narrative'),
    adviceShown: section.adviceShown ?? null,
  };
}

/** The fields of a group by key; those of rows within it belong to the rows. */
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
  for (const question of group.querySelectorAll('[data-yes-no]')) {
    if (own(question)) {
      values[question.dataset.yesNo] = question.querySelector('input:checked')?.value ?? '';
    }
  }
  return values;
}
