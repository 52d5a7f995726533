/** The icons the pages use, by their file names in USWDS. */
export const ICONS = [
  'account_circle',
  'add',
  'arrow_back',
  'arrow_forward',
  'assessment',
  'autorenew',
  'check_circle',
  'close',
  'edit',
  'error',
  'expand_more',
  'file_upload',
  'history',
  'info',
  'loop',
  'search',
  'settings',
  'warning',
];

/**
 * One SVG document with a symbol per icon, for use by fragment: icons.svg#close.
 *
 * @param {string[]} names file names without .svg
 * @param {(name: string) => string} read the text of an icon's file
 */
export function iconSprite(names, read) {
  const symbols = names.map((name) => {
    const text = read(name);
    const viewBox = /viewBox="([^"]+)"/.exec(text)?.[1] ?? '0 0 24 24';
    const shapes = text
      .replace(/<\?xml[^>]*>/, '')
      .replace(/<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '');
    return `<symbol id="${name}" viewBox="${viewBox}">${shapes.trim()}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}
