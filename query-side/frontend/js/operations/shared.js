// What the pages of operations share.
import { alert, element } from '../dom.js';

/** Writes instants for people in a zone, as the server does: Mar 2, 2026, 10:15 a.m. @returns {(instant: string) => string} */
export function timeIn(zone) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
  });
  return (instant) => {
    const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const half = part.dayPeriod === 'AM' ? 'a.m.' : 'p.m.';
    return `${part.month} ${part.day}, ${part.year}, ${part.hour}:${part.minute} ${half}`;
  };
}

/** Says that nobody is signed in any more. */
export function signInAgain() {
  return alert('warning', 'You are signed out, or your role may not do this', [
    element('p', {}, [element('a', { href: '/sign-in', target: '_blank', rel: 'noopener' }, ['Sign in (opens a new tab)']), ', then load this page again.']),
  ]);
}

/** A count as people write it: 1,352. */
export const count = (number) => number.toLocaleString('en-US');

/** Where an import stands, in words. */
export function importState(one) {
  if (one.state === 'FAILED') {
    return one.failure?.resumable ? 'Interrupted' : 'Cannot be read';
  }
  return one.state === 'RUNNING' ? 'Reading' : 'Done';
}
