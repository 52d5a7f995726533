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

/**
 * For instance 2026-03-02T10:15 in America/Chicago to 2026-03-02T10:15:00-06:00. Of an hour that the clocks show twice, the
 * first; a time that they skip moves forward by what they skipped.
 *
 * @returns {string|null} null when the text is no local time
 */
export function zonedIso(local, zone) {
  const match = LOCAL.exec(local ?? '');
  if (!match) {
    return null;
  }
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const before = offsetMinutes(zone, wall - 86400000);
  const after = offsetMinutes(zone, wall + 86400000);
  const fits = [...new Set([before, after])].find((offset) => offsetMinutes(zone, wall - offset * 60000) === offset);
  const offset = fits ?? after;
  const shown = fits === undefined ? wall + (after - before) * 60000 : wall;
  return new Date(shown).toISOString().slice(0, 19) + offsetText(offset);
}

function offsetText(minutes) {
  const size = Math.abs(minutes);
  const pad = (number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/**
 * A time of day on the day of the contact; one that lies before `notBefore` is on the next day.
 *
 * @param {string} local when the contact was, as a datetime-local field writes it
 * @param {string} time as a time field writes it; blank gives null
 * @param {string} [notBefore] an earlier time of day
 */
export function onTheDay(local, time, zone, notBefore = '') {
  if (!time || !LOCAL.test(local ?? '')) {
    return null;
  }
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  if (notBefore && time < notBefore) {
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return zonedIso(`${day.toISOString().slice(0, 10)}T${time}`, zone);
}
