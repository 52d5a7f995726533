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

/** Where an import that has just been sent is shown. */
export function pageOf({ id, sentBefore }) {
  return `/imports/${encodeURIComponent(id)}${sentBefore ? '?again' : ''}`;
}

/** Where an import stands, in words. */
export function importState(one) {
  if (one.state === 'FAILED') {
    return one.failure?.resumable ? 'Interrupted' : 'Cannot be read';
  }
  if (one.state === 'RUNNING') {
    return one.waiting ? 'Waiting' : 'Reading';
  }
  if (one.state === 'DONE' && one.trial) {
    return 'Tried, not recorded';
  }
  return one.state === 'STOPPED' ? 'Stopped' : 'Done';
}

/** How long something takes yet, as roughly as it is known. @param {number|null} seconds null where nobody can say yet */
export function timeLeft(seconds) {
  if (seconds === null) {
    return 'How long this takes is not known yet';
  }
  const [number, unit] = seconds < 60 ? [Math.max(10, Math.ceil(seconds / 10) * 10), 'second'] : seconds < 5400 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 3600), 'hour'];
  return `About ${count(number)} ${unit}${number === 1 ? '' : 's'} left`;
}
