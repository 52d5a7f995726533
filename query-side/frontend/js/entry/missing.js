// What an entry needs before it can be read back, in the page's words. What may be blank is not here: it is not stated.
import { isEnforced } from './document.js';
import { oddHour } from './zoned-time.js';

/**
 * @param {object} state as read by form.js
 * @param {{officer: boolean, tierOf: (code: string) => number|null, isAlternative: (outcome: string) => boolean, nameOf: (action: string) => string}} known
 *   whether the reader is the officer; how grave a code of conduct is; what counts as an alternative to arrest
 * @returns {{pointer: string, text: string, beside?: string}[]}
 */
export function missingIn(state, known) {
  const missing = [];
  const need = (pointer, text, beside) => missing.push({ pointer, text, beside });
  if (state.occurredAt === '') {
    need('/occurredAt', 'When it happened');
  } else if (oddHour(state.occurredAt, state.zone) === 'skipped') {
    need('/occurredAt', 'When it happened: the clocks went forward and skipped that hour', 'Give the time that the clock showed.');
  } else if (oddHour(state.occurredAt, state.zone) === 'twice' && !state.occurredSecond) {
    need('/occurredSecond', 'Which of the two hours it was: the clocks went back', 'Choose the hour.');
  }
  if (state.school === '') {
    need('/school', 'Which school', 'Choose a school.');
  }
  if (!known.officer && state.officer === '') {
    need('/officer', 'Which officer the contact was with', 'Choose the officer.');
  }
  state.students.forEach((student, i) => ofStudent(student, `/students/${i}`, known, need));
  return missing;
}

function ofStudent(student, at, known, need) {
  if (student.role === '') {
    need(`${at}/role`, 'The student’s part in the contact', 'Choose the part.');
  }
  const { number = '', firstName = '', lastName = '' } = student.student;
  if (student.identified && [number, firstName, lastName].every((text) => text.trim() === '')) {
    need(`${at}/student`, 'Who it is about: a number or a name, or “Not identified”', 'Give a number or a name, or choose “Not identified”.');
  }
  if (student.conductText !== '') {
    need(`${at}/conduct`, `What the student did: “${student.conductText}” is no conduct yet`);
  }
  if (student.imminentThreat === 'YES' && student.imminenceReason === '') {
    need(`${at}/imminenceReason`, 'What the danger was', 'Say what the danger was.');
  }
  if (student.role === 'SUBJECT' && student.actions.length === 0) {
    need(`${at}/actions`, known.officer ? 'What you did, even if you were only present' : 'What the officer did, even if only being present');
  }
  student.actions.forEach((action, k) => ofAction(action, `${at}/actions/${k}`, known, need, student));
  ofArrest(student, at, known, need);
}

function ofAction(action, at, known, need, student) {
  if (action.asked) {
    need(at, `Why “${known.nameOf(action.code)}” was unticked, or keep it ticked`);
  }
  if (action.imminentThreat === 'YES' && action.imminenceReason === '' && student.imminenceReason === '') {
    need(`${at}/imminenceReason`, `What the danger was: ${known.nameOf(action.code)}`, 'Say what the danger was.');
  }
  if (action.force?.reason && !action.force.kind) {
    need(at, `Which kind of force: ${known.nameOf(action.code)}`);
  }
}

/** An arrest or a citation that could have been something else says what that was and why it was not (as the record asks). */
function ofArrest(student, at, known, need) {
  if (student.role !== 'SUBJECT' || !isEnforced(student)) {
    return;
  }
  if (student.arrestLawfullyPossible === '') {
    need(`${at}/arrestLawfullyPossible`, 'Whether an arrest or citation was lawfully possible', 'Say yes or no.');
  }
  const grave = student.conduct.some((code) => (known.tierOf(code) ?? 0) >= 2);
  const diverted = student.actions.some((action) => action.code === 'A3_STATION_ADJ') || known.isAlternative(student.outcome);
  const asked = student.arrestLawfullyPossible !== 'NO' && grave && !diverted && student.initiator !== 'WARRANT';
  if (asked && student.alternatives.length === 0) {
    need(
      `${at}/alternativesConsidered`,
      'Instead of the arrest: at least one alternative, and why it was not used',
      'Say for at least one alternative why it was not used.',
    );
  }
}
