// Choices that are the same for contact after contact and say nothing about a child: kept for this tab's session only.

const KEPT = 'entry-choices';

export function keepChoices(form) {
  const choices = Object.fromEntries([...form.querySelectorAll('[data-keep]')].map((field) => [field.id, field.value]));
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(choices));
  } catch {
    // Without storage the next entry begins with empty choices.
  }
}

export function restoreChoices(form) {
  let choices = {};
  try {
    choices = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  } catch {
    return;
  }
  for (const field of form.querySelectorAll('[data-keep]')) {
    const value = choices[field.id];
    if (value && [...field.options].some((option) => option.value === value)) {
      field.value = value;
    }
  }
}
