// What to say once the server has failed on the same thing again: that trying again does not help, and what to quote.
import { isOurFault } from './api.js';

export const OUR_FAULT = 'The fault is ours';

const inARow = new WeakMap();

/**
 * The sentences for a fault that lasts; null for anything else, and the first time, when trying again may help.
 *
 * @param {object} place where outcomes of one thing are shown: they are counted there, and one that is no fault begins anew
 * @returns {string[] | null}
 */
export function lastingFault(place, outcome) {
  const times = isOurFault(outcome) ? (inARow.get(place) ?? 0) + 1 : 0;
  inARow.set(place, times);
  if (times < 2) {
    return null;
  }
  const number = outcome.problem?.requestId;
  return [
    `The server failed on this ${times} times. Whether it was done is not known; it will not be done twice. Trying again helps once the fault is mended.`,
    number ? `Tell your system administrator this number: ${number}` : 'Tell your system administrator, with the time.',
  ];
}
