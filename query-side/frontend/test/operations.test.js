import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, keyed } from '../js/operations/api-form.js';

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

test('a key belongs to one body until it is settled', () => {
  const keys = keyed();
  const first = keys.keyFor('a');
  assert.equal(keys.keyFor('a'), first);
  assert.notEqual(keys.keyFor('b'), first);
  const settled = keys.keyFor('a');
  keys.settle();
  assert.notEqual(keys.keyFor('a'), settled);
});
