// From what stands in the form to the document the API takes. Pure: blank is null, which means not stated.
import { ENFORCED, HAND_BACK, QUESTIONED } from './form.js';
import { endOnTheDay, onTheDay, zonedIso } from './zoned-time.js';

const blank = (value) => {
  const text = (value ?? '').trim();
  return text === '' ? null : text;
};

/** The record with its blanks as null; null when nothing in it is stated. */
function recordOrNull(fields) {
  return Object.values(fields).every((value) => value === null || (Array.isArray(value) && value.length === 0))
    ? null
    : fields;
}

/** @param {object} form as read by form.js */
export function buildDocument(form) {
  const document = {
    occurredAt: zonedIso(form.occurredAt, form.zone, form.occurredSecond === 'SECOND'),
    school: blank(form.school),
    place: blank(form.place),
    inSession: blank(form.inSession),
    references: form.references
      .map((reference) => ({ kind: reference.kind, value: blank(reference.value) }))
      .filter((reference) => reference.value !== null),
    students: form.students.map((student) => buildStudent(student, form)),
  };
  for (const name of ['officer', 'capacity']) {
    if (blank(form[name]) !== null) {
      document[name] = blank(form[name]);
    }
  }
  return document;
}

/** What the line needs, and no more: neither who the student is nor what is told in words leaves the page for it. */
export function buildQuestion(form) {
  const { occurredAt, school, officer, students } = buildDocument(form);
  return {
    ...(occurredAt === null ? {} : { occurredAt }),
    ...(school === null ? {} : { school }),
    ...(officer === undefined ? {} : { officer }),
    students: students.map(({ role, initiator, conduct, imminentThreat, imminenceReason, actions }) => ({
      role,
      initiator,
      conduct,
      imminentThreat,
      imminenceReason,
      actions: actions.map((action) => ({
        code: action.code,
        imminentThreat: action.imminentThreat,
        imminenceReason: action.imminenceReason,
      })),
    })),
  };
}

/** Whether the alternatives to an arrest are asked for. */
export const asksAlternatives = (student) =>
  student.arrestLawfullyPossible === 'YES' || student.actions.some((action) => action.code.startsWith('A3_'));

/** Whether an arrest or a citation stands among the actions. */
export const isEnforced = (student) => student.actions.some((action) => ENFORCED.has(action.code));

/** Who took it and by which action the force belongs; none where no kind is said. */
function buildForce(student, form) {
  return student.actions
    .map((action, i) => ({ action, number: i + 1 }))
    .filter(({ action }) => blank(action.force?.kind) !== null)
    .map(({ action, number }) => ({
      kind: blank(action.force.kind),
      officer: null,
      action: number,
      startedAt: onTheDay(form.occurredAt, action.startedAt, form.zone, action.startedAtDay),
      endedAt: endOnTheDay(form.occurredAt, action, form.zone),
      reason: blank(action.force.reason),
    }));
}

function buildStudent(student, form) {
  const questioned = student.actions.some((action) => action.code === QUESTIONED);
  return {
    role: blank(student.role),
    student: student.identified ? buildIdentity(student.student) : null,
    statistics: buildStatistics(student.statistics),
    occurredAt: null,
    initiator: blank(student.initiator),
    requestedBy: student.initiator === 'STAFF_REQUEST' ? blank(student.requestedBy) : null,
    conduct: [...student.conduct],
    imminentThreat: blank(student.imminentThreat),
    imminenceReason: student.imminentThreat === 'YES' ? blank(student.imminenceReason) : null,
    actions: student.actions.map((action) => buildAction(action, form)),
    deEscalation: recordOrNull({
      agitated: blank(student.deEscalation.agitated),
      possible: blank(student.deEscalation.possible),
      attempted: blank(student.deEscalation.attempted),
    }),
    questioning: questioned ? buildQuestioning(student.questioning, form) : null,
    force: buildForce(student, form),
    arrestLawfullyPossible: blank(student.arrestLawfullyPossible),
    outcome: blank(student.outcome),
    alternativesConsidered: asksAlternatives(student)
      ? student.alternatives.map((alternative) => ({
          code: alternative.code,
          unusedReason: blank(alternative.unusedReason),
        }))
      : [],
    adviceShown: student.shown ?? [],
    unticked: student.unticked ?? [],
    narrative: blank(student.narrative),
  };
}

/** All null when nothing is stated: the server then asks who it was, instead of taking the student for not identified. */
function buildIdentity(identity) {
  return {
    number: blank(identity.number),
    firstName: blank(identity.firstName),
    lastName: blank(identity.lastName),
    birthDate: blank(identity.birthDate),
    homeSchool: blank(identity.homeSchool),
    ...whoIsMeant(identity),
  };
}

/** What is said of a number that is no answer to who it was: the one meant, or that it is somebody else. */
function whoIsMeant({ number, entry, anotherPerson }) {
  if (blank(number) === null) {
    return {};
  }
  if (anotherPerson === 'YES') {
    return { anotherPerson: true };
  }
  return entry ? { entry } : {};
}

function buildStatistics(statistics) {
  const age = blank(statistics.age);
  return recordOrNull({
    race: blank(statistics.race),
    sex: blank(statistics.sex),
    gradeBand: blank(statistics.gradeBand),
    // What is no whole number goes as typed, so that the server names the field.
    age: age !== null && /^\d+$/.test(age) ? Number(age) : age,
    disability: blank(statistics.disability),
    englishLearner: blank(statistics.englishLearner),
  });
}

function buildAction(action, form) {
  const own = blank(action.imminentThreat);
  return {
    code: action.code,
    officer: null,
    capacity: null,
    imminentThreat: own,
    imminenceReason: own === 'YES' ? blank(action.imminenceReason) : null,
    startedAt: onTheDay(form.occurredAt, action.startedAt, form.zone, action.startedAtDay),
    endedAt: endOnTheDay(form.occurredAt, action, form.zone),
    legalBasis: blank(action.legalBasis),
    referredTo: action.code === HAND_BACK ? blank(action.referredTo) : null,
  };
}

function buildQuestioning(questioning, form) {
  return recordOrNull({
    startedAt: onTheDay(form.occurredAt, questioning.startedAt, form.zone, questioning.startedAtDay),
    endedAt: endOnTheDay(form.occurredAt, questioning, form.zone),
    noticeAttempts: questioning.noticeAttempts.map((attempt) => ({
      at: onTheDay(form.occurredAt, attempt.at, form.zone, attempt.atDay),
      manner: blank(attempt.manner),
      result: blank(attempt.result),
    })),
    present: [...questioning.present],
    exemption: blank(questioning.exemption),
  });
}
