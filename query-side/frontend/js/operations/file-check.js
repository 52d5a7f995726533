// What a browser can know of a file before it is sent.
const ENOUGH = 1 << 16;

/** The names in a header line of comma-separated values. */
export function headerOf(text) {
  const line = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)[0];
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain).trim());
}

/**
 * Why a file cannot be of a format, as far as its beginning tells; null where it can.
 *
 * @param {string} start the file's first characters
 * @param {{title: string, fileType: string, columns: {name: string, otherName: ?string, required: boolean}[]}} format
 */
export function wrongStart(start, format) {
  const zip = start.startsWith('PK\u0003\u0004');
  if (format.fileType === 'zip') {
    return zip ? null : `This is not a zip. ${format.title} come as one .zip file.`;
  }
  if (zip) {
    return `This is a zip or a workbook (.xlsx), and ${format.title} is comma-separated text. Save the sheet as CSV (UTF-8) and send that.`;
  }
  const names = headerOf(start).map((name) => name.toLowerCase());
  const named = (name) => Boolean(name) && names.includes(name.toLowerCase());
  const missing = format.columns.filter((one) => one.required && !named(one.name) && !named(one.otherName));
  if (missing.length === 0) {
    return null;
  }
  const listed = missing.slice(0, 5).map((one) => one.name).join(', ');
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
  return `The first line of this file does not name ${listed}${more}, which ${format.title} needs. Choose another format or another file.`;
}

/** The characters that a file's first bytes are, in UTF-16 where every other byte is 0 or its mark says so. @param {Uint8Array} bytes */
export function textOf(bytes) {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    zeros[at % 2] += byte === 0 ? 1 : 0;
  });
  const wide = (upper, first, second) =>
    (bytes[0] === first && bytes[1] === second) || (zeros[upper] * 4 > bytes.length && zeros[1 - upper] * 50 < bytes.length);
  const encoding = wide(1, 0xff, 0xfe) ? 'utf-16le' : wide(0, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** @param {File} file @returns {Promise<?string>} */
export async function wrongWith(file, format) {
  if (file.size === 0) {
    return 'This file is empty.';
  }
  return wrongStart(textOf(new Uint8Array(await file.slice(0, ENOUGH).arrayBuffer())), format);
}
