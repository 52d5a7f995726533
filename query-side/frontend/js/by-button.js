// A form that records something is sent by its button alone: Enter in a field would send what nobody looked over.

const SENDS_NOTHING = new Set(['submit', 'button', 'reset', 'image', 'file']);

globalThis.document?.addEventListener('keydown', (event) => {
  const field = event.target;
  if (event.key === 'Enter' && field instanceof HTMLInputElement && !SENDS_NOTHING.has(field.type) && field.form?.matches('[data-api], [data-by-button]')) {
    event.preventDefault();
  }
});
