// Which day a time of day belongs to that was typed without one: told and asked where it is not plainly the contact's.
import { dayOptions, oddHour } from './zoned-time.js';

/** Shows, beside each time that needs it, the days it may belong to; and beside an hour that the clocks showed twice, which one. @param {HTMLFormElement} form */
export function askDays(form) {
  const contact = form.querySelector('[data-key="occurredAt"]').value;
  const second = form.querySelector('[data-key="occurredSecond"]');
  second.closest('[data-field]').hidden = oddHour(contact, form.dataset.zone) !== 'twice';
  if (second.closest('[data-field]').hidden) {
    second.value = '';
  }
  for (const select of form.querySelectorAll('select[data-day-of]')) {
    const time = select.closest('[data-field]').querySelector(`input[data-key="${select.dataset.dayOf}"]`).value;
    const { asked, offered, other } = dayOptions(contact, time);
    select.closest('[data-day]').hidden = !asked;
    if (!asked) {
      select.value = '';
      continue;
    }
    for (const option of select.options) {
      const shift = option.value === '' ? offered : Number(option.value);
      option.textContent = dayText(contact, shift);
      option.hidden = option.disabled = option.value !== '' && shift !== other;
    }
    if (select.selectedOptions[0].disabled) {
      select.value = '';
    }
  }
}

const RELATION = { '-1': 'the day before', 0: 'the day of the contact', 1: 'the next day' };

/** For instance Fri, Nov 20, the next day. */
function dayText(contact, shift) {
  const day = new Date(`${contact.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + shift);
  const words = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' }).format(day);
  return `${words}, ${RELATION[shift]}`;
}
