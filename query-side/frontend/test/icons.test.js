import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iconSprite } from '../icons.js';

test('a sprite holds one symbol per icon, with its view box and shapes', () => {
  const sprite = iconSprite(['close'], () => '<svg xmlns="x" viewBox="0 0 24 24"><path d="M0 0h24"/></svg>');
  assert.match(sprite, /<symbol id="close" viewBox="0 0 24 24"><path d="M0 0h24"\/><\/symbol>/);
});
