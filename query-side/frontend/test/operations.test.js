import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastingFault } from '../js/fault.js';
import { bodyOf, faultOf, isDay, keyed } from '../js/operations/api-form.js';
import { headerOf, textOf, wrongStart } from '../js/operations/file-check.js';
import { importState, timeLeft } from '../js/operations/shared.js';

test('a form’s body holds null for blank, numbers as numbers and dotted names nested', () => {
  assert.deepEqual(
    bodyOf([
      ['name', ' Marlow Police ', false],
      ['lateAfterHours', '24', true],
      ['jurisdiction', '', false],
      ['thresholds.cell', 'ten', true],
    ]),
    { name: 'Marlow Police', lateAfterHours: 24, jurisdiction: null, thresholds: { cell: 'ten' } },
  );
});

const ROSTER = { title: 'Officers', fileType: 'csv', columns: [{ name: 'star_number', required: true }, { name: 'post', required: false }] };
const STOPS = { title: 'Stops', fileType: 'csv', columns: [{ name: 'A', otherName: 'B', required: true }] };

test('a header is read with quotes, a byte order mark and any line end', () => {
  assert.deepEqual(headerOf('\uFEFFstar_number,"a ""b"", c", post \r\n1,2,3'), ['star_number', 'a "b", c', 'post']);
});

test('a file that cannot be of its format is told before it is sent, and why', () => {
  assert.equal(wrongStart('post,star_number\n', ROSTER), null);
  assert.equal(wrongStart('B\n', STOPS), null);
  assert.equal(wrongStart('POST,Star_Number\r1,2\r', ROSTER), null);
  assert.match(wrongStart('post\n', ROSTER), /does not name star_number/);
  assert.equal(wrongStart('PK,star_number\n', ROSTER), null);
  assert.match(wrongStart('PK\u0003\u0004', ROSTER), /workbook/);
  assert.match(wrongStart('star_number', { ...ROSTER, fileType: 'zip' }), /not a zip/);
  assert.equal(wrongStart('PK\u0003\u0004', { ...ROSTER, fileType: 'zip' }), null);
});

test('the beginning of a file is read in whatever of our encodings it was saved', () => {
  const wide = (text) => new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  assert.equal(textOf(wide('star_number,post')), 'star_number,post');
  assert.equal(textOf(new Uint8Array([0xff, 0xfe, 0x61, 0])), 'a');
  assert.equal(textOf(new Uint8Array([0xfe, 0xff, 0, 0x61])), 'a');
  assert.equal(textOf(new TextEncoder().encode('\uFEFFstar_number')), 'star_number');
});

test('a key belongs to one body until it is settled', () => {
  const keys = keyed();
  const first = keys.keyFor('a');
  assert.equal(keys.keyFor('a'), first);
  assert.notEqual(keys.keyFor('b'), first);
  const settled = keys.keyFor('a');
  keys.settle();
  assert.notEqual(keys.keyFor('a'), settled);
});

test('parts of one name make one text, and a list is a list', () => {
  assert.deepEqual(
    bodyOf([
      ['schoolYearStart', '--08', false],
      ['schoolYearStart', '-01', false],
      ['schools[]', 'MAR', false],
      ['schools[]', 'QUI', false],
      ['schools[]', ' ', false],
    ]),
    { schoolYearStart: '--08-01', schools: ['MAR', 'QUI'] },
  );
});

test('what is missing or no number is said before anything is sent', () => {
  const hours = { required: true, number: true, least: 1, most: 8760 };
  assert.equal(faultOf({ ...hours, value: 'abc' }), 'must be a whole number from 1 to 8,760');
  assert.equal(faultOf({ ...hours, value: '0' }), 'must be a whole number from 1 to 8,760');
  assert.equal(faultOf({ ...hours, value: ' 24 ' }), null);
  assert.equal(faultOf({ ...hours, value: ' ' }), 'must be given');
  assert.equal(isDay('--02-29'), true);
  assert.equal(isDay('--02-30'), false);
  assert.equal(isDay('--11-31'), false);
});

test('what is left of an import is told as roughly as it is known', () => {
  assert.equal(timeLeft(null), 'How long this takes is not known yet');
  assert.equal(timeLeft(1), 'About 10 seconds left');
  assert.equal(timeLeft(41), 'About 50 seconds left');
  assert.equal(timeLeft(80), 'About 1 minute left');
  assert.equal(timeLeft(4000), 'About 67 minutes left');
  assert.equal(timeLeft(7200), 'About 2 hours left');
});

test('an import stands where it stands', () => {
  assert.equal(importState({ state: 'RUNNING', waiting: true }), 'Waiting');
  assert.equal(importState({ state: 'DONE', trial: true }), 'Tried, not recorded');
  assert.equal(importState({ state: 'RUNNING', waiting: false }), 'Reading');
  assert.equal(importState({ state: 'STOPPED', failure: null }), 'Stopped');
  assert.equal(importState({ state: 'FAILED', failure: { resumable: true } }), 'Interrupted');
});

test('a fault is ours once it lasts, with the number to quote, and anything else begins anew', () => {
  const place = {};
  const fault = { kind: 'unknown', status: 500, problem: { requestId: 'r-4711' } };
  assert.equal(lastingFault(place, fault), null);
  assert.match(lastingFault(place, fault).join(' '), /2 times.*r-4711/);
  assert.match(lastingFault(place, { ...fault, problem: null }).join(' '), /3 times.*with the time/);
  assert.equal(lastingFault({}, fault), null);
  for (const other of [{ kind: 'refused', status: 400 }, { kind: 'accepted', status: 200 }, { kind: 'unknown', status: 503 }]) {
    lastingFault(place, fault);
    assert.equal(lastingFault(place, other), null);
    assert.equal(lastingFault(place, fault), null);
  }
});
