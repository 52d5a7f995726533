// What will be recorded, read back as a list of facts and never as a story; and what is not stated.
import { FORCE, HAND_BACK, POWERS, QUESTIONED } from './form.js';
import { momentText, timeOfDay } from './words.js';

const YES_NO = { YES: 'Yes', NO: 'No' };

/**
 * @param {object} document as it will be sent
 * @param {{zone: string, choice: (key: string, value: string) => string, conduct: (code: string) => string, action: (code: string) => string}} say
 *   the page's words for a value of a question, for a conduct code, for an action
 * @returns {{facts: [string, string][], notStated: string[], students: {facts: [string, string][], notStated: string[]}[]}}
 */
export function readBack(document, say) {
  const contact = list();
  const day = document.occurredAt && momentText(document.occurredAt, say.zone).split(',')[0];
  contact.fact('When', document.occurredAt && momentText(document.occurredAt, say.zone));
  contact.fact('School', document.school && say.choice('school', document.school));
  contact.fact('Place', document.place && say.choice('place', document.place));
  contact.fact('School in session', YES_NO[document.inSession]);
  if (document.officer !== undefined) {
    contact.fact('Officer', say.choice('officer', document.officer));
  }
  if (document.capacity !== undefined) {
    contact.fact('Assignment that day', say.choice('capacity', document.capacity));
  }
  for (const reference of document.references) {
    contact.fact(say.choice('reference', reference.kind), reference.value);
  }
  return { ...contact.lines, students: document.students.map((student) => ofStudent(student, { ...say, day })) };
}

/** Facts and what is not stated, in order. */
function list() {
  const lines = { facts: [], notStated: [] };
  return {
    lines,
    fact(label, value) {
      if (value === null || value === undefined || value === '') {
        lines.notStated.push(label);
      } else {
        lines.facts.push([label, value]);
      }
    },
    /** Something that nobody misses when it is blank. */
    extra(label, value) {
      if (value) {
        lines.facts.push([label, value]);
      }
    },
  };
}

function ofStudent(student, say) {
  const { lines, fact, extra } = list();
  const choice = (key, value) => value && say.choice(key, value);
  fact('Part in the contact', choice('role', student.role));
  fact('Student', student.student === null ? 'Not identified' : personOf(student.student, say));
  for (const [key, label] of [['race', 'Race or ethnicity'], ['sex', 'Sex'], ['gradeBand', 'Grades'], ['disability', 'Disability on record']]) {
    extra(label, choice(key, student.statistics?.[key]));
  }
  extra('Age', student.statistics?.age === null || student.statistics === null ? null : `${student.statistics.age} years`);
  extra('English learner', YES_NO[student.statistics?.englishLearner]);
  fact('How it started', [choice('initiator', student.initiator), choice('requestedBy', student.requestedBy)].filter(Boolean).join(': '));
  fact('What the student did', student.conduct.map(say.conduct).join('; '));
  fact('Danger', [YES_NO[student.imminentThreat], choice('imminenceReason', student.imminenceReason)].filter(Boolean).join(': '));
  student.actions.forEach((action, i) => {
    const force = student.force.find((one) => one.action === i + 1);
    extra(student.actions.length === 1 ? 'Done' : `Done, ${i + 1}`, actionText(action, force, say));
    for (const label of unsaidOf(action, force)) {
      fact(`${label}: ${say.action(action.code)}`, null);
    }
  });
  if (student.actions.length === 0) {
    fact('What was done', null);
  }
  for (const unticked of student.unticked) {
    const taken = [say.action(unticked.code), choice('untick', unticked.reason)?.toLowerCase()].filter(Boolean).join(': ');
    extra('Taken back', `${taken} · ${timeText(unticked.untickedAt, say)}`);
  }
  if (student.actions.some((action) => action.code === QUESTIONED)) {
    const { questioning } = student;
    fact('Questioned at', questioning && spanOf(questioning, say));
    fact('Notice to a parent', questioning?.noticeAttempts.map((attempt) => attemptText(attempt, say)).join('; '));
    fact('Present at the questions', questioning?.present.map((code) => say.choice('present', code)).join(', '));
    extra('Exemption from notice', choice('exemption', questioning?.exemption));
  }
  fact('Arrest or citation lawfully possible', YES_NO[student.arrestLawfullyPossible]);
  for (const alternative of student.alternativesConsidered) {
    extra('Considered, not used', `${say.choice('outcome', alternative.code)}: ${say.choice('unusedReason', alternative.unusedReason)}`);
  }
  fact('Outcome', choice('outcome', student.outcome));
  for (const [key, label] of [['agitated', 'Student agitated'], ['possible', 'De-escalation possible'], ['attempted', 'De-escalation attempted']]) {
    extra(label, YES_NO[student.deEscalation?.[key]]);
  }
  extra('In your words', student.narrative);
  return lines;
}

function personOf(person, say) {
  return [
    [person.lastName, person.firstName].filter(Boolean).join(', '),
    person.number,
    person.birthDate && `born ${dateText(person.birthDate)}`,
    person.anotherPerson && 'another person than the one known under this number',
    person.homeSchool && `enrolled at ${say.choice('homeSchool', person.homeSchool)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const dateText = (date) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(`${date}T00:00:00Z`));

/** With the day where it is not the contact's. */
const timeText = (iso, say) =>
  momentText(iso, say.zone).split(',')[0] === say.day ? timeOfDay(new Date(iso), say.zone) : momentText(iso, say.zone);

function spanOf({ startedAt, endedAt }, say) {
  const at = (iso) => timeText(iso, say);
  if (startedAt && endedAt) {
    return `${at(startedAt)} to ${at(endedAt)}`;
  }
  return startedAt ? at(startedAt) : endedAt ? `until ${at(endedAt)}` : '';
}

function actionText(action, force, say) {
  const details = [
    action.referredTo && `to: ${say.choice('referredTo', action.referredTo)}`,
    spanOf(action, say),
    action.legalBasis && say.choice('legalBasis', action.legalBasis).toLowerCase(),
    force && `force: ${[say.choice('forceKind', force.kind), force.reason && say.choice('forceReason', force.reason)].filter(Boolean).join(', ').toLowerCase()}`,
    action.imminentThreat &&
      `danger: ${[YES_NO[action.imminentThreat], action.imminenceReason && say.choice('imminenceReason', action.imminenceReason)].filter(Boolean).join(', ').toLowerCase()}`,
  ].filter(Boolean);
  return [say.action(action.code), ...details].join(' · ');
}

/** What an action asks and nobody answered. */
function unsaidOf(action, force) {
  return [
    action.code === HAND_BACK && !action.referredTo && 'Who took it',
    POWERS.test(action.code) && !action.legalBasis && 'On what basis',
    FORCE.has(action.code) && !force && 'Kind of force',
    force && !force.reason && 'Why force',
  ].filter(Boolean);
}

function attemptText(attempt, say) {
  return [
    attempt.at && timeText(attempt.at, say),
    attempt.manner && say.choice('manner', attempt.manner),
    attempt.result && say.choice('result', attempt.result),
  ]
    .filter(Boolean)
    .join(', ') || 'an attempt without details';
}
