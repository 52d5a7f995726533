// JSON pointers of the document to fields of the form and back. A field has a key (data-key, data-pick), a row stands in a list of
// rows (data-rows, named unless the field around it already names the list) or says its place (data-index); what these spell is the
// field's pointer. What stands inside an action but belongs to the student says so (data-of-student).

/** The pointer of an element of the form, read from the keys and lists around it. */
export function pointerOf(field, root) {
  const steps = [];
  let node = field;
  while (node && node !== root) {
    const { key, pick, row, rows, index, ofStudent } = node.dataset;
    if (key !== undefined || pick !== undefined) {
      steps.unshift(key ?? pick);
    } else if (row !== undefined) {
      const siblings = [...node.parentElement.children].filter((child) => child.dataset.row !== undefined);
      steps.unshift(index ?? String(siblings.indexOf(node)));
    } else if (rows) {
      steps.unshift(rows);
    }
    node = ofStudent === undefined ? node.parentElement : node.closest('[data-student]');
  }
  return `/${steps.join('/')}`;
}

/**
 * The known pointer nearest to an error's: itself, else the longest that it lies under.
 *
 * @param {Iterable<string>} known
 * @returns {string|null}
 */
export function nearestPointer(pointer, known) {
  let nearest = null;
  for (const candidate of known) {
    if (pointer === candidate || pointer.startsWith(`${candidate}/`)) {
      if (nearest === null || candidate.length > nearest.length) {
        nearest = candidate;
      }
    }
  }
  return nearest;
}

/** For instance /students/1/conduct to "Student 2"; null for a field of the contact. */
export function studentOf(pointer) {
  const match = /^\/students\/(\d+)(\/|$)/.exec(pointer);
  return match ? `Student ${Number(match[1]) + 1}` : null;
}
