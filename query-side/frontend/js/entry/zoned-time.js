// Local time in the agency's zone, as typed, to an instant with its offset, as sent.

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Minutes that the zone is ahead of UTC at this instant. */
function offsetMinutes(zone, instant) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(new Date(instant))
      .map((part) => [part.type, Number(part.value)]),
  );
  const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return Math.round((local - Math.floor(instant / 1000) * 1000) / 60000);
}

/** The instant's wall clock as UTC milliseconds, and the offsets in minutes that fit it: none where the clocks skip it, two where they show it twice. */
function readingOf(local, zone) {
  const match = LOCAL.exec(local ?? '');
  if (!match) {
    return null;
  }
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const around = [offsetMinutes(zone, wall - 86400000), offsetMinutes(zone, wall + 86400000)];
  const fits = [...new Set(around)].filter((offset) => offsetMinutes(zone, wall - offset * 60000) === offset);
  return { wall, around, fits };
}

/**
 * What is odd about a local time: an hour that the clocks skip, or show twice.
 *
 * @returns {'skipped'|'twice'|null}
 */
export function oddHour(local, zone) {
  const reading = readingOf(local, zone);
  return reading === null || reading.fits.length === 1 ? null : reading.fits.length === 0 ? 'skipped' : 'twice';
}

/**
 * For instance 2026-03-02T10:15 in America/Chicago to 2026-03-02T10:15:00-06:00. A time that the clocks skip moves forward by what they
 * skipped: who lets one be recorded asks {@link oddHour} first.
 *
 * @param {boolean} [second] of an hour that the clocks show twice, the second
 * @returns {string|null} null when the text is no local time
 */
export function zonedIso(local, zone, second = false) {
  const reading = readingOf(local, zone);
  if (reading === null) {
    return null;
  }
  const { wall, around: [before, after], fits } = reading;
  const offset = fits.length === 0 ? after : fits.at(second ? -1 : 0);
  const shown = fits.length === 0 ? wall + (after - before) * 60000 : wall;
  return new Date(shown).toISOString().slice(0, 19) + offsetText(offset);
}

function offsetText(minutes) {
  const size = Math.abs(minutes);
  const pad = (number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const HALF_A_DAY = 720;

/** Minutes of a time of day, as a time field or the end of a datetime-local field writes it. */
const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The days that a time of day may belong to, as days from the contact's. After midnight it is the next one; what lies a little before the
 * contact, or long after it, is asked about.
 *
 * @param {string} local when the contact was, as a datetime-local field writes it
 * @param {string} time as a time field writes it
 * @returns {{asked: boolean, offered: number, other: number}}
 */
export function dayOptions(local, time) {
  if (!time || !LOCAL.test(local ?? '')) {
    return { asked: false, offered: 0, other: 0 };
  }
  const after = minutesOf(time) - minutesOf(local.slice(11));
  if (after < 0) {
    return after < -HALF_A_DAY ? { asked: true, offered: 1, other: 0 } : { asked: true, offered: 0, other: 1 };
  }
  return { asked: after > HALF_A_DAY, offered: 0, other: -1 };
}

/**
 * A time of day near the contact.
 *
 * @param {string} local when the contact was, as a datetime-local field writes it
 * @param {string} time as a time field writes it; blank gives null
 * @param {string} [chosen] the day, as days from the contact's; blank for the one offered
 */
export function onTheDay(local, time, zone, chosen = '') {
  if (!time || !LOCAL.test(local ?? '')) {
    return null;
  }
  return onDay(local, chosen ? Number(chosen) : dayOptions(local, time).offered, time, zone);
}

/**
 * The end of what began at a time of day: on the same day, or on the next one where the time lies before the beginning's.
 *
 * @param {{startedAt: string, startedAtDay?: string, endedAt: string}} span as typed
 */
export function endOnTheDay(local, { startedAt, startedAtDay = '', endedAt }, zone) {
  if (!startedAt || !endedAt || !LOCAL.test(local ?? '')) {
    return onTheDay(local, endedAt, zone);
  }
  const began = startedAtDay ? Number(startedAtDay) : dayOptions(local, startedAt).offered;
  return onDay(local, endedAt < startedAt ? began + 1 : began, endedAt, zone);
}

function onDay(local, shift, time, zone) {
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + shift);
  return zonedIso(`${day.toISOString().slice(0, 10)}T${time}`, zone);
}
