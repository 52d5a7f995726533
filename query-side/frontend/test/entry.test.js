import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildDocument, buildQuestion } from '../js/entry/document.js';
import { nearestPointer, studentOf } from '../js/entry/pointers.js';
import { describeStudent, fieldsOf, foundWords, questionOf } from '../js/entry/lookup-words.js';
import { missingIn } from '../js/entry/missing.js';
import { readBack } from '../js/entry/readback.js';
import { loggedBefore } from '../js/entry/recorded.js';
import { searchCodes } from '../js/entry/code-search.js';
import { Submission } from '../js/entry/submission.js';
import { timeOfDay } from '../js/entry/words.js';
import { dayOptions, endOnTheDay, oddHour, onTheDay, zonedIso } from '../js/entry/zoned-time.js';
import { isOurFault, kindOf, newKey, outcomeOf } from '../js/api.js';

const student = (changes = {}) => ({
  role: 'SUBJECT',
  identified: true,
  student: { number: ' S-101 ', firstName: '', lastName: '', birthDate: '', homeSchool: '' },
  statistics: { race: '', sex: '', gradeBand: '', age: '', disability: '', englishLearner: '' },
  initiator: 'STAFF_REQUEST',
  requestedBy: 'TEACHER',
  conduct: ['cps-scc/1-8'],
  imminentThreat: 'NO',
  imminenceReason: 'FIGHT_GOING_ON',
  conductText: '',
  actions: [
    { code: 'A2_DETAIN', imminentThreat: '', imminenceReason: '', startedAt: '12:06', endedAt: '12:09', legalBasis: '', referredTo: 'DEAN', force: { kind: '', reason: '' }, asked: false },
  ],
  deEscalation: { agitated: '', possible: '', attempted: '' },
  questioning: { startedAt: '', endedAt: '', exemption: '', present: [], noticeAttempts: [] },
  arrestLawfullyPossible: '',
  outcome: '',
  alternatives: [{ code: 'RJ_CIRCLE', unusedReason: 'FAMILY_DECLINED' }],
  narrative: '  ',
  shown: [],
  unticked: [],
  ...changes,
});

const form = (changes = {}) => ({
  zone: 'America/Chicago',
  occurredAt: '2026-03-02T10:15',
  school: 'MAR',
  place: '',
  inSession: 'YES',
  officer: '',
  capacity: '',
  references: [
    { kind: 'RD', value: 'JK123456' },
    { kind: 'CAD', value: '' },
  ],
  students: [student()],
  ...changes,
});

describe('the document of an entry', () => {
  test('holds what was stated and null for what was not', () => {
    const document = buildDocument(form());
    assert.equal(document.occurredAt, '2026-03-02T10:15:00-06:00');
    assert.equal(document.place, null);
    assert.deepEqual(document.references, [{ kind: 'RD', value: 'JK123456' }]);
    const [entry] = document.students;
    assert.deepEqual(entry.student, { number: 'S-101', firstName: null, lastName: null, birthDate: null, homeSchool: null });
    assert.equal(entry.statistics, null);
    assert.equal(entry.deEscalation, null);
    assert.equal(entry.questioning, null);
    assert.equal(entry.arrestLawfullyPossible, null);
    assert.equal(entry.narrative, null);
    assert.deepEqual(entry.force, []);
  });

  test('holds the alternatives only where they were asked for', () => {
    const considered = (changes) => buildDocument(form({ students: [student(changes)] })).students[0].alternativesConsidered;
    assert.deepEqual(considered({}), []);
    assert.deepEqual(considered({ arrestLawfullyPossible: 'YES' }), [{ code: 'RJ_CIRCLE', unusedReason: 'FAMILY_DECLINED' }]);
    assert.equal(considered({ actions: [{ code: 'A3_ARREST' }] }).length, 1);
  });

  test('holds questioning only where somebody was questioned', () => {
    const asked = { startedAt: '10:20', endedAt: '', exemption: '', present: ['PARENT'], noticeAttempts: [] };
    const of = (code) => buildDocument(form({ students: [student({ questioning: asked, actions: [{ code }] })] })).students[0].questioning;
    assert.equal(of('A1_ADVICE'), null);
    assert.equal(of('A2_QUESTION').startedAt, '2026-03-02T10:20:00-06:00');
  });

  test('numbers force by the action it belongs to', () => {
    const actions = [
      { code: 'A1_ADVICE' },
      { code: 'A2_FORCE', startedAt: '10:16', endedAt: '10:17', force: { kind: 'TAKEDOWN', reason: 'FLIGHT' } },
    ];
    const [entry] = buildDocument(form({ students: [student({ actions })] })).students;
    assert.deepEqual(entry.force, [
      {
        kind: 'TAKEDOWN',
        officer: null,
        action: 2,
        startedAt: '2026-03-02T10:16:00-06:00',
        endedAt: '2026-03-02T10:17:00-06:00',
        reason: 'FLIGHT',
      },
    ]);
  });

  test('asks for the line without who the student is and without words', () => {
    const question = buildQuestion(form({ occurredAt: '', students: [student({ narrative: 'Told in words' })] }));
    assert.deepEqual(Object.keys(question), ['school', 'students']);
    assert.deepEqual(Object.keys(question.students[0]), ['role', 'initiator', 'conduct', 'imminentThreat', 'imminenceReason', 'actions']);
    assert.doesNotMatch(JSON.stringify(question), /S-101|Told/);
  });

  test('leaves out what an answer elsewhere makes pointless', () => {
    const [entry] = buildDocument(form()).students;
    assert.equal(entry.imminenceReason, null, 'no threat has no reason');
    assert.equal(entry.actions[0].referredTo, null, 'only a hand-back names who took it');
    const [seen] = buildDocument(form({ students: [student({ initiator: 'OFFICER' })] })).students;
    assert.equal(seen.requestedBy, null, 'nobody asked');
  });

  test('names no officer unless one was chosen', () => {
    assert.equal('officer' in buildDocument(form()), false);
    assert.equal(buildDocument(form({ officer: 'o-1' })).officer, 'o-1');
  });

  test('says nothing of a student who was not identified', () => {
    const [entry] = buildDocument(form({ students: [student({ identified: false })] })).students;
    assert.equal(entry.student, null);
  });

  test('says who is meant by a number only where that was asked', () => {
    const typed = { number: 'S-101', firstName: 'Ada', lastName: 'Quillon', birthDate: '2010-05-01', homeSchool: '' };
    const told = (more) => buildDocument(form({ students: [student({ student: { ...typed, ...more } })] })).students[0].student;
    assert.equal('entry' in told({ entry: '', anotherPerson: '' }), false);
    assert.equal(told({ entry: 'e-1', anotherPerson: '' }).entry, 'e-1');
    assert.equal(told({ entry: 'e-1', anotherPerson: 'YES' }).anotherPerson, true);
    assert.equal('entry' in told({ entry: 'e-1', anotherPerson: 'YES' }), false);
    assert.equal('anotherPerson' in told({ number: '', anotherPerson: 'YES' }), false);
  });

  test('asks who an identified student is when nothing is typed', () => {
    const nobody = { number: '', firstName: ' ', lastName: '', birthDate: '', homeSchool: '' };
    const [entry] = buildDocument(form({ students: [student({ student: nobody })] })).students;
    assert.deepEqual(Object.values(entry.student), [null, null, null, null, null]);
  });

  test('gives times of day the day and offset of the contact, past midnight the next day', () => {
    const night = { code: 'A2_DETAIN', imminentThreat: 'YES', imminenceReason: 'WEAPON_IN_HAND', startedAt: '23:58', endedAt: '00:04', legalBasis: '' };
    const [entry] = buildDocument(form({ students: [student({ actions: [night] })] })).students;
    assert.equal(entry.actions[0].startedAt, '2026-03-02T23:58:00-06:00');
    assert.equal(entry.actions[0].endedAt, '2026-03-03T00:04:00-06:00');
    assert.equal(entry.actions[0].imminenceReason, 'WEAPON_IN_HAND');
  });

  test('gives a time after midnight the next day, one a little before the contact the same, and asks', () => {
    const late = '2026-11-19T23:30';
    assert.deepEqual(dayOptions(late, '00:02'), { asked: true, offered: 1, other: 0 });
    assert.deepEqual(dayOptions(late, '23:20'), { asked: true, offered: 0, other: 1 });
    assert.deepEqual(dayOptions(late, '23:45'), { asked: false, offered: 0, other: -1 });
    assert.deepEqual(dayOptions('2026-11-19T00:10', '23:50'), { asked: true, offered: 0, other: -1 });
    const zone = 'America/Chicago';
    assert.equal(onTheDay(late, '00:02', zone), '2026-11-20T00:02:00-06:00');
    assert.equal(onTheDay(late, '00:02', zone, '0'), '2026-11-19T00:02:00-06:00');
    assert.equal(onTheDay(late, '23:20', zone, '1'), '2026-11-20T23:20:00-06:00');
    assert.equal(onTheDay('2026-11-19T00:10', '23:50', zone, '-1'), '2026-11-18T23:50:00-06:00');
    assert.equal(endOnTheDay(late, { startedAt: '23:45', endedAt: '00:15' }, zone), '2026-11-20T00:15:00-06:00');
    assert.equal(endOnTheDay(late, { startedAt: '00:02', endedAt: '00:15' }, zone), '2026-11-20T00:15:00-06:00');
    assert.equal(endOnTheDay(late, { startedAt: '', endedAt: '00:15' }, zone), '2026-11-20T00:15:00-06:00');
  });

  test('sends an age as a number, and what is no number as typed', () => {
    const age = (text) =>
      buildDocument(form({ students: [student({ statistics: { ...student().statistics, age: text } })] })).students[0].statistics.age;
    assert.equal(age('15'), 15);
    assert.equal(age('fifteen'), 'fifteen');
  });
});

describe('local time in the agency’s zone', () => {
  test('takes the offset of its day', () => {
    assert.equal(zonedIso('2026-07-01T08:00', 'America/Chicago'), '2026-07-01T08:00:00-05:00');
    assert.equal(zonedIso('2026-01-01T08:00:30', 'Asia/Kolkata'), '2026-01-01T08:00:30+05:30');
  });

  test('settles the hours that clocks skip or show twice', () => {
    assert.equal(zonedIso('2026-03-08T02:30', 'America/Chicago'), '2026-03-08T03:30:00-05:00');
    assert.equal(zonedIso('2026-11-01T01:30', 'America/Chicago'), '2026-11-01T01:30:00-05:00');
    assert.equal(zonedIso('2026-11-01T01:30', 'America/Chicago', true), '2026-11-01T01:30:00-06:00');
    assert.equal(oddHour('2026-03-08T02:30', 'America/Chicago'), 'skipped');
    assert.equal(oddHour('2026-11-01T01:30', 'America/Chicago'), 'twice');
    assert.equal(oddHour('2026-11-01T02:30', 'America/Chicago'), null);
    assert.equal(oddHour('', 'America/Chicago'), null);
  });

  test('is null when it is no time', () => {
    for (const text of ['', 'now', undefined, '2026-03-02']) {
      assert.equal(zonedIso(text, 'America/Chicago'), null);
    }
    assert.equal(onTheDay('2026-03-02T10:15', '', 'America/Chicago'), null);
  });
});

describe('a fault of ours', () => {
  test('is what the server says of itself, and no busy or silent server', () => {
    assert.equal(isOurFault({ kind: 'unknown', status: 500 }), true);
    for (const status of [0, 408, 429, 502, 503, 504]) {
      assert.equal(isOurFault({ kind: 'unknown', status }), false);
    }
    assert.equal(isOurFault({ kind: 'refused', status: 400 }), false);
  });
});

describe('pointers', () => {
  test('lead to the field itself, else to what holds it', () => {
    const known = ['/school', '/students/0/conduct', '/students/0', '/students/0/actions', '/students/0/actions/1/endedAt'];
    assert.equal(nearestPointer('/school', known), '/school');
    assert.equal(nearestPointer('/students/0/conduct/2', known), '/students/0/conduct');
    assert.equal(nearestPointer('/students/0/actions/0/endedAt', known), '/students/0/actions');
    assert.equal(nearestPointer('/students/0/unknown', known), '/students/0');
    assert.equal(nearestPointer('/students/10', known), null);
    assert.equal(nearestPointer('', known), null);
  });

  test('name the student as people count', () => {
    assert.equal(studentOf('/students/1/conduct/0'), 'Student 2');
    assert.equal(studentOf('/school'), null);
  });
});

describe('searching codes', () => {
  const codes = [
    { code: '1-8', name: 'Using a phone at a time not allowed', words: 'phone cell' },
    { code: '2-5', name: 'Breaking a school rule', words: 'dress-code hat' },
    { code: '1-3', name: 'Conduct that disturbs the order of a lesson' },
    { code: '11-8', name: 'Something else' },
    { code: '1-80', name: 'Phones again' },
    { code: '90C', name: 'Disorderly conduct' },
    { code: '3-3', name: 'Fighting between two people, no injury' },
  ];

  test('prefers the very code, then its beginnings', () => {
    assert.deepEqual(searchCodes(codes, '1-8').map((code) => code.code), ['1-8', '1-80']);
  });

  test('finds by words in any order', () => {
    assert.deepEqual(searchCodes(codes, 'injury fight').map((code) => code.code), ['3-3']);
    assert.deepEqual(searchCodes(codes, '90c').map((code) => code.code), ['90C']);
    assert.deepEqual(searchCodes(codes, 'zebra'), []);
  });

  test('finds what officers call it, from the beginning of words only', () => {
    assert.deepEqual(searchCodes(codes, 'cell').map((code) => code.code), ['1-8']);
    assert.deepEqual(searchCodes(codes, 'dress code').map((code) => code.code), ['2-5']);
    assert.deepEqual(searchCodes(codes, 'hat').map((code) => code.code), ['2-5'], 'not “that”');
  });

  test('shows eight at most, and the first ones while nothing is typed', () => {
    assert.equal(searchCodes(Array.from({ length: 20 }, (_, i) => ({ code: `9-${i}`, name: 'Same' })), 'same').length, 8);
    assert.equal(searchCodes(codes, '  ', 2).length, 2);
  });
});

describe('sending once', () => {
  const sending = (...outcomes) => {
    const sent = [];
    let key = 0;
    const submission = new Submission(
      async (document, usedKey) => {
        sent.push([document.text, usedKey]);
        return { kind: outcomes.shift() };
      },
      () => `key-${(key += 1)}`,
    );
    return { submission, sent };
  };

  test('a retry after a lost answer carries the same key', async () => {
    const { submission, sent } = sending('unknown', 'accepted');
    await submission.send({ text: 'a' });
    assert.equal(submission.unsettled, true);
    await submission.send({ text: 'a' });
    assert.deepEqual(sent, [['a', 'key-1'], ['a', 'key-1']]);
    assert.equal(submission.unsettled, false);
  });

  test('a sign-in in between keeps the key', async () => {
    const { submission, sent } = sending('signed-out', 'accepted');
    await submission.send({ text: 'a' });
    await submission.send({ text: 'a' });
    assert.deepEqual(sent, [['a', 'key-1'], ['a', 'key-1']]);
  });

  test('a correction after a refusal gets a new key', async () => {
    const { submission, sent } = sending('refused', 'accepted');
    await submission.send({ text: 'a' });
    await submission.send({ text: 'b' });
    assert.deepEqual(sent, [['a', 'key-1'], ['b', 'key-2']]);
  });

  test('a change after a lost answer first settles what was sent', async () => {
    const recorded = sending('unknown', 'accepted');
    await recorded.submission.send({ text: 'a' });
    const outcome = await recorded.submission.send({ text: 'b' });
    assert.equal(outcome.changedSince, true);
    assert.deepEqual(recorded.sent, [['a', 'key-1'], ['a', 'key-1']]);

    const refused = sending('unknown', 'refused', 'accepted');
    await refused.submission.send({ text: 'a' });
    await refused.submission.send({ text: 'b' });
    assert.deepEqual(refused.sent, [['a', 'key-1'], ['a', 'key-1'], ['b', 'key-2']]);

    const lost = sending('unknown', 'unknown');
    await lost.submission.send({ text: 'a' });
    assert.equal((await lost.submission.send({ text: 'b' })).kind, 'unknown');
    assert.equal(lost.sent.length, 2);
  });

  test('a second click while the first is under way sends nothing', async () => {
    const { submission, sent } = sending('accepted');
    await Promise.all([submission.send({ text: 'a' }), submission.send({ text: 'a' })]);
    assert.equal(sent.length, 1);
  });
});

describe('an entry that goes on after its page died', () => {
  test('was put down with its key before it was sent', async () => {
    const steps = [];
    const submission = new Submission(
      async (document, key) => {
        steps.push(['sent', key]);
        return { kind: 'unknown' };
      },
      () => 'key-1',
      async (pending) => steps.push(['kept', pending.key, pending.document.text]),
    );
    await submission.send({ text: 'a' });
    assert.deepEqual(steps, [['kept', 'key-1', 'a'], ['sent', 'key-1']]);
  });

  test('is sent with the key it had', async () => {
    const sent = [];
    const submission = new Submission(
      async (document, key) => {
        sent.push([document.text, key]);
        return { kind: 'accepted' };
      },
      () => 'another',
    );
    submission.resume({ document: { text: 'a' }, key: 'key-1' });
    const outcome = await submission.send({ text: 'a' });
    assert.deepEqual(sent, [['a', 'key-1']]);
    assert.equal(outcome.document.text, 'a');
  });
});

describe('what is missing', () => {
  const known = { officer: true, tierOf: () => 2, isAlternative: (outcome) => outcome === 'RJ_CIRCLE', nameOf: (code) => code };
  const pointers = (changes, state = {}) => missingIn(form({ ...state, students: [student(changes)] }), known).map((one) => one.pointer);

  test('is nothing for an entry whose blanks mean not stated', () => {
    assert.deepEqual(pointers({ initiator: '', conduct: [], imminentThreat: '' }), []);
  });

  test('stands for what the record cannot do without', () => {
    assert.deepEqual(pointers({ actions: [] }, { school: '' }), ['/school', '/students/0/actions']);
    assert.deepEqual(pointers({ conductText: 'zebra' }), ['/students/0/conduct']);
    assert.deepEqual(pointers({ imminentThreat: 'YES', imminenceReason: '' }), ['/students/0/imminenceReason']);
    assert.deepEqual(pointers({ student: { number: ' ' } }), ['/students/0/student']);
    assert.deepEqual(pointers({ actions: [{ code: 'A2_HANDCUFF', asked: true }] }), ['/students/0/actions/0']);
  });

  test('names the officer of those who log for others', () => {
    assert.deepEqual(missingIn(form(), { ...known, officer: false }).map((one) => one.pointer), ['/officer']);
  });

  test('asks an arrest for the alternatives while an arrest may have been a choice', () => {
    const arrest = [{ code: 'A3_ARREST' }];
    const both = ['/students/0/arrestLawfullyPossible', '/students/0/alternativesConsidered'];
    assert.deepEqual(pointers({ actions: arrest, alternatives: [] }), both);
    assert.deepEqual(pointers({ actions: arrest, alternatives: [], arrestLawfullyPossible: 'NO' }), []);
    assert.deepEqual(pointers({ actions: arrest, alternatives: [], arrestLawfullyPossible: 'YES', outcome: 'RJ_CIRCLE' }), []);
    assert.deepEqual(pointers({ actions: arrest, arrestLawfullyPossible: 'YES' }), []);
  });
});

describe('the read-back', () => {
  const say = { zone: 'America/Chicago', choice: (_, value) => value, conduct: (code) => code, action: (code) => code };

  test('lists what will be recorded, and apart what is not stated', () => {
    const { facts, notStated, students } = readBack(buildDocument(form({ students: [student({ imminentThreat: '' })] })), say);
    assert.deepEqual(facts[0], ['When', 'Mar 2, 2026, 10:15 a.m.']);
    assert.deepEqual(notStated, ['Place']);
    const lines = Object.fromEntries(students[0].facts);
    assert.equal(lines.Student, 'S-101');
    assert.equal(lines['How it started'], 'STAFF_REQUEST: TEACHER');
    assert.equal(lines.Done, 'A2_DETAIN · 12:06 p.m. to 12:09 p.m.');
    assert.deepEqual(students[0].notStated, ['Danger', 'On what basis: A2_DETAIN', 'Arrest or citation lawfully possible', 'Outcome']);
  });

  test('names what the actions ask and nobody answered', () => {
    const actions = [{ code: 'A2_FORCE' }, { code: 'A0_REFER_BACK' }, { code: 'A2_QUESTION', legalBasis: 'CONSENT' }, { code: 'A1_ADVICE' }];
    const { notStated } = readBack(buildDocument(form({ students: [student({ actions })] })), say).students[0];
    assert.deepEqual(notStated, [
      'On what basis: A2_FORCE',
      'Kind of force: A2_FORCE',
      'Who took it: A0_REFER_BACK',
      'Questioned at',
      'Notice to a parent',
      'Present at the questions',
      'Arrest or citation lawfully possible',
      'Outcome',
    ]);
  });

  test('holds every value of what will be sent', () => {
    const whole = buildDocument(
      form({
        place: 'HALLWAY',
        officer: 'o-1',
        capacity: 'SRO',
        students: [
          student({
            student: { number: 'S-101', firstName: 'Ada', lastName: 'Quillon', birthDate: '2010-05-01', homeSchool: 'LAK' },
            statistics: { race: 'WHITE', sex: 'FEMALE', gradeBand: '9-12', age: '15', disability: 'PLAN_504', englishLearner: 'YES' },
            imminentThreat: 'YES',
            actions: [
              { code: 'A2_FORCE', imminentThreat: 'YES', imminenceReason: 'WEAPON_IN_HAND', startedAt: '10:16', endedAt: '10:17', legalBasis: 'CONSENT', force: { kind: 'TAKEDOWN', reason: 'FLIGHT' } },
              { code: 'A2_QUESTION', imminentThreat: 'NO', startedAt: '10:18', endedAt: '10:19', legalBasis: 'WARRANT' },
              { code: 'A0_REFER_BACK', referredTo: 'DEAN', startedAt: '10:40' },
            ],
            deEscalation: { agitated: 'YES', possible: 'YES', attempted: 'NO' },
            questioning: { startedAt: '10:20', endedAt: '10:30', exemption: 'PUBLIC_SAFETY', present: ['PARENT', 'LAWYER'], noticeAttempts: [{ at: '10:05', manner: 'PHONE', result: 'REACHED' }] },
            arrestLawfullyPossible: 'YES',
            outcome: 'WARN_VERBAL',
            narrative: 'Told in words',
            unticked: [{ code: 'A2_HANDCUFF', untickedAt: '2026-03-02T16:44:00Z', reason: 'MISTAP' }],
          }),
        ],
      }),
    );
    const { facts, notStated, students } = readBack(whole, say);
    assert.deepEqual([...notStated, ...students[0].notStated], []);
    const read = [...facts, ...students[0].facts].map((fact) => fact.join(': ')).join('\n').toLowerCase();
    for (const leaf of leavesOf(whole)) {
      assert.ok(read.includes(spokenLeaf(leaf)), `${leaf} is not read back`);
    }
  });

  /** Every value but what the line showed, which stands beside the read-back, and where a list points to itself. */
  function leavesOf(value, key = '') {
    if (value === null || key === 'adviceShown' || key === 'action') {
      return [];
    }
    return typeof value === 'object' ? Object.entries(value).flatMap(([name, part]) => leavesOf(part, name)) : [value];
  }

  function spokenLeaf(leaf) {
    const text = String(leaf);
    if (/^\d{4}-\d\d-\d\dT/.test(text)) {
      return timeOfDay(new Date(text), 'America/Chicago');
    }
    return text === '2010-05-01' ? 'may 1, 2010' : text.toLowerCase();
  }

  test('says who took it, what force was used and what was taken back', () => {
    const actions = [
      { code: 'A2_HANDCUFF', force: { kind: 'HANDCUFFS', reason: '' } },
      { code: 'A0_REFER_BACK', referredTo: 'DEAN', startedAt: '10:20' },
    ];
    const unticked = [{ code: 'A2_FORCE', untickedAt: '2026-03-02T16:00:00Z', reason: 'MISTAP' }];
    const lines = Object.fromEntries(readBack(buildDocument(form({ students: [student({ actions, unticked })] })), say).students[0].facts);
    assert.equal(lines['Done, 1'], 'A2_HANDCUFF · force: handcuffs');
    assert.equal(lines['Done, 2'], 'A0_REFER_BACK · to: DEAN · 10:20 a.m.');
    assert.equal(lines['Taken back'], 'A2_FORCE: mistap · 10:00 a.m.');
  });
});

test('the same student for the same conduct in the same quarter of an hour was logged before', () => {
  const entry = buildDocument(form());
  const before = { number: 'BL-2026-00001', occurredAt: '2026-03-02T10:20:00-06:00', students: [{ number: 'S-101', conduct: ['cps-scc/1-8'] }] };
  assert.equal(loggedBefore(entry, [before]), before);
  assert.equal(loggedBefore(entry, [{ ...before, occurredAt: '2026-03-02T10:35:00-06:00' }]), null);
  assert.equal(loggedBefore(entry, [{ ...before, students: [{ number: null, conduct: ['cps-scc/1-8'] }] }]), null);
});

test('only an answer that means no settles a request', () => {
  assert.equal(kindOf(401), 'signed-out');
  assert.equal(kindOf(0, 'opaqueredirect'), 'signed-out');
  for (const status of [400, 404, 409, 413, 422]) {
    assert.equal(kindOf(status), 'refused');
  }
  for (const status of [408, 429, 500, 503]) {
    assert.equal(kindOf(status), 'unknown');
  }
});

test('who is asked to confirm who they are is neither refused nor signed out', async () => {
  const problem = { type: 'urn:brightline:problem:step-up-needed' };
  const outcome = await outcomeOf(new Response(JSON.stringify(problem), { status: 403 }));
  assert.equal(outcome.kind, 'step-up');
  assert.equal((await outcomeOf(new Response('{}', { status: 403 }))).kind, 'signed-out');
});

test('keys are long, visible and different', () => {
  assert.match(newKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newKey(), newKey());
});

describe('a student looked up', () => {
  const found = {
    number: 'L-7001',
    firstName: 'Ada',
    lastName: 'Quillon',
    homeSchool: 'MAR',
    homeSchoolName: 'Marlow HS',
    enrolled: true,
    gradeBand: '9-12',
    age: 15,
  };

  test('is asked for by number where there is a digit, else by name', () => {
    assert.deepEqual(questionOf(' L-7001 '), { number: 'L-7001' });
    assert.deepEqual(questionOf('quill ad'), { name: 'quill ad' });
    assert.deepEqual(questionOf('張'), { name: '張' });
    assert.equal(questionOf(' - '), null);
  });

  test('stands in one line, without what is not known', () => {
    assert.equal(describeStudent(found), 'Quillon, Ada · L-7001 · grades 9-12 · Marlow HS · 15 years');
    assert.equal(
      describeStudent({ ...found, gradeBand: null, age: null, enrolled: false }),
      'Quillon, Ada · L-7001 · Marlow HS · no longer enrolled',
    );
    assert.equal(
      describeStudent({ ...found, enrolled: false, lastDay: '2026-06-05' }),
      'Quillon, Ada · L-7001 · grades 9-12 · Marlow HS · 15 years · no longer enrolled, last day June 5, 2026',
    );
    assert.equal(
      describeStudent({ ...found, otherSchools: ['Quince MS'] }),
      'Quillon, Ada · L-7001 · grades 9-12 · Marlow HS · also at Quince MS · 15 years',
    );
  });

  test('leaves nothing of a student chosen before', () => {
    assert.deepEqual(fieldsOf({ ...found, firstName: null, birthDate: null, gradeBand: null }), {
      student: { number: 'L-7001', firstName: '', lastName: 'Quillon', birthDate: '', homeSchool: 'MAR' },
      gradeBand: '',
    });
  });

  test('says when there are more', () => {
    assert.match(foundWords({ students: [], more: false }), /Nobody/);
    assert.match(foundWords({ students: [found], more: false }), /One student/);
    assert.match(foundWords({ students: [found, found], more: true }), /More than 2/);
  });
});
