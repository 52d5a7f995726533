// What can be corrected or added, as forms: fields filled with what stands, and the document they make.
import { element } from '../dom.js';
import { describeStudent } from '../entry/lookup-words.js';
import { named, put, rows, select, sent, several, text, tick, time, yesNo } from './fields.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const changed = (field) => !same(field.value(), field.initial);

/** Only what was changed and is stated: what is left out stays as recorded. */
function onlyChanged(fields, into = {}) {
  for (const field of fields.filter(changed)) {
    put(into, field.key, sent(field));
  }
  return into;
}

/** Everything as it stands in the form. */
function everything(fields, into = {}) {
  for (const field of fields) {
    put(into, field.key, sent(field));
  }
  return into;
}

function actionFields(action, zone, prefix) {
  return [
    select('What the officer did', `${prefix}code`, 'police-action', action.code),
    select('Officer', `${prefix}officer`, 'officer', action.officer),
    select('Assignment that day', `${prefix}capacity`, 'capacity', action.capacity),
    yesNo('Immediate danger', `${prefix}imminentThreat`, action.imminentThreat),
    select('Which danger', `${prefix}imminenceReason`, 'imminence-reason', action.imminenceReason, 'If there was danger'),
    time('From', `${prefix}startedAt`, action.startedAt, zone),
    time('To', `${prefix}endedAt`, action.endedAt, zone),
    select('Legal basis', `${prefix}legalBasis`, 'legal-basis', action.legalBasis),
    select('Turned over to', `${prefix}referredTo`, 'requester', action.referredTo, 'If it was turned over to the school'),
  ];
}

function withoutStaleDanger(action) {
  if (action.imminentThreat === 'NO') {
    delete action.imminenceReason;
  }
  return action;
}

const forceFields = (zone) => (force) => [
  select('Kind', 'kind', 'force-kind', force.kind),
  select('Officer', 'officer', 'officer', force.officer),
  select('Why it was used', 'reason', 'force-reason', force.reason),
  time('From', 'startedAt', force.startedAt, zone),
  time('To', 'endedAt', force.endedAt, zone),
  {
    ...text('During action no.', 'action', 'Number as on this page', 'number'),
    key: 'action',
  },
];

/** Which of several with one number is meant: shown once that is asked, gone when another number is typed. */
function whichOf(number) {
  const offered = [];
  const field = select('Which of them', 'student.entry', offered, null);
  const offer = (students) => {
    offered.splice(0, offered.length, ...students.map((student) => ({ value: student.student, label: describeStudent(student) })));
    field.control.replaceChildren(
      element('option', { value: '' }, ['Choose']),
      ...offered.map(({ value, label }) => element('option', { value }, [label])),
    );
    field.node.hidden = students.length === 0;
  };
  offer([]);
  number.control.addEventListener('input', () => offer([]));
  return { field, offer };
}

/** Text fields begin empty: sets what stands. */
function filled(field, value) {
  if (value !== null && value !== undefined) {
    field.control.value = String(value);
    field.initial = String(value);
  }
  return field;
}

const forceRows = (label, key, standing, zone) =>
  rows(
    label,
    key,
    'one use of force',
    (force) => {
      const fields = forceFields(zone)(force);
      const action = filled(fields[5], force.action);
      action.sent = (value) => Number(value);
      return fields;
    },
    standing,
  );

const packetFields = (packet, zone, prefix) => [
  time('Told of the record and the law', `${prefix}toldAt`, packet.toldAt, zone),
  time('Given in writing', `${prefix}writtenAt`, packet.writtenAt, zone),
  several('Given to', `${prefix}to`, 'packet-recipient', packet.to),
];

/** Facts that can be corrected, each with its fields and the document they make. @returns {{id: string, label: string, fields: object[], document: () => object}[]} */
export function correctableFacts(standing) {
  const { zone } = standing;
  const fact = (id, label, fields, document) => ({ id, label, fields, document: document ?? (() => onlyChanged(fields)) });
  const conduct = rows(
    'What the student did',
    'conduct',
    'a code',
    (code) => [select('Code', '', 'conduct', typeof code === 'string' ? code : null)],
    standing.conduct,
  );
  const ended = [
    select('How it ended', 'outcome', 'outcome', standing.outcome),
    yesNo('Arrest or citation possible', 'arrestLawfullyPossible', standing.arrestLawfullyPossible),
    rows(
      'Alternatives considered and not used',
      'alternativesConsidered',
      'an alternative',
      (one) => [select('Alternative', 'code', 'outcome', one.code), select('Why it was not used', 'unusedReason', 'unused-reason', one.unusedReason)],
      standing.alternativesConsidered,
    ),
  ];
  const calming = standing.deEscalation ?? {};
  const calmed = [
    yesNo('Student agitated', 'deEscalation.agitated', calming.agitated),
    yesNo('De-escalation possible', 'deEscalation.possible', calming.possible),
    yesNo('De-escalation attempted', 'deEscalation.attempted', calming.attempted),
    yesNo('Anybody injured', 'deEscalation.injury', calming.injury),
  ];
  const questions = standing.questioning ?? {};
  const questioned = [
    time('Questions began', 'questioning.startedAt', questions.startedAt, zone),
    time('Questions ended', 'questioning.endedAt', questions.endedAt, zone),
    rows(
      'Attempts to reach a parent',
      'questioning.noticeAttempts',
      'an attempt',
      (attempt) => [time('When', 'at', attempt.at, zone), select('How', 'manner', 'notice-manner', attempt.manner), select('Result', 'result', 'notice-result', attempt.result)],
      questions.noticeAttempts,
    ),
    several('Who was present', 'questioning.present', 'person-present', questions.present),
    select('Exemption claimed', 'questioning.exemption', 'questioning-exemption', questions.exemption),
  ];
  const packet = packetFields(standing.noticePacket ?? {}, zone, 'noticePacket.');
  const force = forceRows('Force or restraint', 'force', standing.force, zone);
  return [
    fact('conduct', 'What the student did', [conduct], () => (changed(conduct) ? { conduct: conduct.sent() } : {})),
    fact('started', 'How it started, who asked', [
      select('How it started', 'initiator', 'initiator', standing.initiator),
      select('Who asked', 'requestedBy', 'requester', standing.requestedBy),
    ]),
    fact('happened', 'When it happened', [time('Happened', 'occurredAt', standing.occurredAt, zone)]),
    fact('role', 'The student’s part', [select('The student’s part', 'role', 'role', standing.role)]),
    ...standing.actions.map((action) => {
      const fields = actionFields(action, zone, 'action.');
      return fact(`action-${action.number}`, `What the officer did: ${named('police-action', action.code)}`, fields, () => {
        const { action: edited } = onlyChanged(fields);
        if (!edited) {
          return {};
        }
        const danger = fields[3].value();
        if (danger === 'YES') {
          edited.imminentThreat = 'YES';
          edited.imminenceReason = fields[4].value();
        }
        return { action: { number: action.number, ...withoutStaleDanger(edited) } };
      });
    }),
    ...(standing.actions.length > 1
      ? standing.actions.map((action) => {
          const gone = tick('This was not done', 'withdrawAction');
          return fact(`withdraw-${action.number}`, `Not done at all: ${named('police-action', action.code)}`, [gone], () => (gone.value() ? { withdrawAction: action.number } : {}));
        })
      : []),
    fact('ended', 'How it ended, arrest possible, alternatives', ended),
    fact('calming', 'De-escalation', calmed, () => {
      if (!calmed.some(changed)) {
        return {};
      }
      const document = everything(calmed);
      document.deEscalation.phases = calming.phases ?? null;
      return document;
    }),
    fact('questioning', 'Questioning and parent notification', questioned, () => (questioned.some(changed) ? everything(questioned) : {})),
    fact('force', 'Force or restraint', [force], () => (changed(force) ? { force: force.sent() } : {})),
    fact('packet', 'Notice on release', packet, () => (packet.some(changed) ? everything(packet) : {})),
  ];
}

/** The other forms, by what the page calls their kind. */
export function otherForm(kind, standing) {
  const { zone } = standing;
  if (kind === 'supplement') {
    const account = text('In your words', 'narrative', 'Kept encrypted; not shown on this page', 'area');
    const actions = rows('Something the officer did', 'actions', 'an action', (action) => actionFields(action, zone, ''), []);
    const force = forceRows('Force or restraint', 'force', [], zone);
    const fields = [account, actions, force];
    return {
      fields,
      document: () => {
        const document = onlyChanged(fields);
        document.actions?.forEach((action) => withoutStaleDanger(action));
        return document;
      },
    };
  }
  if (kind === 'subjectCorrection') {
    const number = text('Student number', 'student.number');
    const which = whichOf(number);
    const fields = [
      number,
      which.field,
      text('Last name', 'student.lastName'),
      text('First name', 'student.firstName'),
      text('Birth date', 'student.birthDate', undefined, 'date'),
      select('Home school', 'student.homeSchool', 'school', null),
      tick('Another person than the one known under this number', 'student.anotherPerson'),
      tick('The student turned out not to be identified', 'unknown'),
    ];
    return {
      fields,
      secret: true,
      document: () => {
        const document = onlyChanged(fields);
        const { unknown, ...rest } = document;
        if (unknown) {
          return { student: null };
        }
        return rest.student ? { student: everything(fields.slice(0, 7)).student } : {};
      },
      nothing: () => !fields.some(changed),
      number: () => number.value(),
      offer: which.offer,
    };
  }
  if (kind === 'school') {
    const fields = [select('School', 'school', 'school', standing.school)];
    return { fields, document: () => onlyChanged(fields) };
  }
  if (kind === 'link') {
    const fields = [text('The entry that was there first', 'primary', 'Incident number, such as BL-2026-01210 or 1210')];
    return { fields, document: () => onlyChanged(fields) };
  }
  return { fields: [], document: () => ({}), nothing: () => false };
}

export { changed };
