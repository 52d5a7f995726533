// Finding codes by a piece of their number or by words of their description.

/**
 * Codes matching what was typed, best first: the very code, codes that begin with it, then names that hold every word.
 *
 * @template {{code: string, name: string}} C
 * @param {C[]} codes
 * @returns {C[]}
 */
export function searchCodes(codes, typed, most = 12) {
  const text = typed.trim().toLowerCase();
  if (text === '') {
    return codes.slice(0, most);
  }
  const words = text.split(/\s+/);
  const ranked = [];
  for (const code of codes) {
    const rank = rankOf(code, text, words);
    if (rank !== null) {
      ranked.push({ code, rank });
    }
  }
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map((entry) => entry.code);
}

function rankOf(code, text, words) {
  const number = code.code.toLowerCase();
  const name = code.name.toLowerCase();
  if (number === text) {
    return 0;
  }
  if (number.startsWith(text)) {
    return 1;
  }
  if (name.startsWith(text)) {
    return 2;
  }
  if (words.every((word) => name.includes(word) || number.includes(word))) {
    return words.every((word) => name.split(/[^a-z0-9]+/).some((part) => part.startsWith(word))) ? 3 : 4;
  }
  return null;
}
