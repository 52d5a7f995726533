// Moments and codes as the page says them.

const clock = (zone, extra = {}) => new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit', ...extra });

const spoken = (text) => text.replace(/\u202f| /g, ' ').replace(/\bAM\b/, 'a.m.').replace(/\bPM\b/, 'p.m.');

/** For instance 10:14:03 a.m. @param {Date} moment */
export const timeOfDay = (moment, zone, withSeconds = false) =>
  spoken(clock(zone, withSeconds ? { second: '2-digit' } : {}).format(moment));

/** For instance Nov 19, 2026, 8:48 a.m. @param {string} iso an instant with its offset */
export function momentText(iso, zone) {
  const day = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(iso));
  return `${day}, ${timeOfDay(new Date(iso), zone)}`;
}

/** For instance 10:14 a.m. @param {string} time as a time field writes it */
export const timeOfTyped = (time) => timeOfDay(new Date(`2000-01-01T${time}Z`), 'UTC');

/** The texts of a template's options by their values. */
export const wordsOf = (templateId) =>
  new Map([...document.getElementById(templateId).content.querySelectorAll('option')].map((option) => [option.value, option.textContent]));
