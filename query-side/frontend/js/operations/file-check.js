// What a browser can know of a file before it is sent.
const ENOUGH = 1 << 16;

/** The names in a header line of comma-separated values. */
export function headerOf(text) {
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0];
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain).trim());
}

/**
 * Why a file cannot be of a format, as far as its beginning tells; null where it can.
 *
 * @param {string} start the file's first characters
 * @param {{title: string, fileType: string, columns: {name: string, otherName: ?string, required: boolean}[]}} format
 */
export function wrongStart(start, format) {
  const zip = start.startsWith('PK');
  if (format.fileType === 'zip') {
    return zip ? null : `This is not a zip. ${format.title} come as one .zip file.`;
  }
  if (zip) {
    return `This is a zip or a workbook (.xlsx), and ${format.title} is comma-separated text. Save the sheet as CSV (UTF-8) and send that.`;
  }
  const names = headerOf(start);
  const missing = format.columns.filter((one) => one.required && !names.includes(one.name) && !(one.otherName && names.includes(one.otherName)));
  if (missing.length === 0) {
    return null;
  }
  const listed = missing.slice(0, 5).map((one) => one.name).join(', ');
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
  return `The first line of this file does not name ${listed}${more}, which ${format.title} needs. Choose another format or another file.`;
}

/** @param {File} file @returns {Promise<?string>} */
export async function wrongWith(file, format) {
  if (file.size === 0) {
    return 'This file is empty.';
  }
  return wrongStart(await file.slice(0, ENOUGH).text(), format);
}
