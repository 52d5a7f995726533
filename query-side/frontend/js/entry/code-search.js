// Finding codes by their number, by words of their description, or by what officers call them.

/**
 * Codes matching what was typed, best first: the very code, codes that begin with it, what officers call so, then descriptions in
 * which every typed word begins a word. Nothing is found inside of words: "hat" is no "that".
 *
 * @template {{code: string, name: string, words?: string}} C
 * @param {C[]} codes
 * @returns {C[]}
 */
export function searchCodes(codes, typed, most = 8) {
  const text = typed.trim().toLowerCase();
  if (text === '') {
    return codes.slice(0, most);
  }
  const words = wordsOf(text);
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

const wordsOf = (text) => text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);

function rankOf(code, text, words) {
  const number = code.code.toLowerCase();
  if (number === text) {
    return 0;
  }
  if (number.startsWith(text)) {
    return 1;
  }
  const said = wordsOf(code.words ?? '');
  const written = wordsOf(code.name);
  if (words.length === 0 || !words.every((word) => [...said, ...written].some((part) => part.startsWith(word)))) {
    return null;
  }
  if (words.every((word) => said.includes(word) || written.includes(word))) {
    return said.includes(words[0]) ? 2 : 3;
  }
  return words.every((word) => said.some((part) => part.startsWith(word))) ? 4 : 5;
}
