/**
 * What to bundle: for each list of scripts that a template names as the third part of `layout :: page(...)` one file, under the
 * name that layout.html asks for, the entries joined by `+`.
 *
 * @param {string[]} templates texts of the templates
 * @returns {{ name: string, entries: string[] }[]} each name once
 */
export function bundlesOf(templates) {
  const bundles = new Map();
  for (const text of templates) {
    for (const [, list] of text.matchAll(/layout :: page\([\s\S]*?\$\{\s*\{([^}]*)\}\s*\}\s*\)/g)) {
      const entries = [...list.matchAll(/'([^']+)'/g)].map(([, entry]) => entry);
      if (entries.length > 0) {
        bundles.set(entries.join('+'), entries);
      }
    }
  }
  return [...bundles].map(([name, entries]) => ({ name, entries }));
}
