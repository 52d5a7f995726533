import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlesOf } from '../bundles.js';

const page = (title, scripts) => `<html th:replace="~{fragments/layout :: page(${title}, ~{::main}, \${ {${scripts}} })}">`;

test('each list of scripts that a page names is one bundle, however many pages name it', () => {
  assert.deepEqual(
    bundlesOf([
      page("'Entry'", "'entry/page.js'"),
      page('|Case ${page.number}|', ''),
      page("'Imports'", "'operations/upload.js', 'operations/imports.js'"),
      page("'Settings'", "'entry/page.js'"),
    ]),
    [
      { name: 'entry/page.js', entries: ['entry/page.js'] },
      { name: 'operations/upload.js+operations/imports.js', entries: ['operations/upload.js', 'operations/imports.js'] },
    ],
  );
});
