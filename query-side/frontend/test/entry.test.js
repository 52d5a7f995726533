import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildDocument } from '../js/entry/document.js';
import { nearestPointer, studentOf } from '../js/entry/pointers.js';
import { describeStudent, fieldsOf, foundWords, questionOf } from '../js/entry/lookup-words.js';
import { searchCodes } from '../js/entry/code-search.js';
import { Submission } from '../js/entry/submission.js';
import { onTheDay, zonedIso } from '../js/entry/zoned-time.js';
import { kindOf, newKey } from '../js/api.js';

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
  actions: [
    { code: 'A2_DETAIN', imminentThreat: '', imminenceReason: '', startedAt: '12:06:10', endedAt: '12:06:50', legalBasis: '', referredTo: 'DEAN' },
  ],
  deEscalation: { agitated: '', possible: '', attempted: '' },
  questioning: { startedAt: '', endedAt: '', exemption: '', present: [], noticeAttempts: [] },
  arrestLawfullyPossible: '',
  outcome: '',
  alternatives: [{ code: 'RJ_CIRCLE', unusedReason: 'FAMILY_DECLINED' }],
  narrative: '  ',
  adviceShown: null,
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
    assert.deepEqual(entry.alternativesConsidered, [{ code: 'RJ_CIRCLE', unusedReason: 'FAMILY_DECLINED' }]);
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
  });

  test('is null when it is no time', () => {
    for (const text of ['', 'now', undefined, '2026-03-02']) {
      assert.equal(zonedIso(text, 'America/Chicago'), null);
    }
    assert.equal(onTheDay('2026-03-02T10:15', '', 'America/Chicago'), null);
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
    { code: '1-8', name: 'Using a phone at a time not allowed' },
    { code: '11-8', name: 'Something else' },
    { code: '1-80', name: 'Phones again' },
    { code: '90C', name: 'Disorderly conduct' },
    { code: '3-3', name: 'Fighting between two people, no injury' },
  ];

  test('prefers the very code, then its beginnings', () => {
    assert.deepEqual(searchCodes(codes, '1-8').map((code) => code.code), ['1-8', '1-80', '11-8']);
  });

  test('finds by words in any order', () => {
    assert.deepEqual(searchCodes(codes, 'injury fight').map((code) => code.code), ['3-3']);
    assert.deepEqual(searchCodes(codes, '90c').map((code) => code.code), ['90C']);
    assert.deepEqual(searchCodes(codes, 'zebra'), []);
  });

  test('shows the first ones while nothing is typed', () => {
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
    assert.equal(questionOf('é'), null);
    assert.equal(questionOf(' - '), null);
  });

  test('stands in one line, without what is not known', () => {
    assert.equal(describeStudent(found), 'Quillon, Ada · L-7001 · grades 9-12 · Marlow HS · 15 years');
    assert.equal(
      describeStudent({ ...found, gradeBand: null, age: null, enrolled: false }),
      'Quillon, Ada · L-7001 · Marlow HS · no longer enrolled',
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
