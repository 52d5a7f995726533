// Small helpers for building elements; text is always set as text.

/** @param {Record<string, string>} [attributes] @param {(Node|string)[]} [children] */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** An alert with a heading. @param {'error'|'warning'|'info'|'success'} kind */
export function alert(kind, heading, content) {
  return element('div', { class: `usa-alert usa-alert--${kind}`, role: kind === 'error' ? 'alert' : 'status' }, [
    element('div', { class: 'usa-alert__body' }, [
      element('h2', { class: 'usa-alert__heading' }, [heading]),
      ...content.map((part) => (typeof part === 'string' ? element('p', { class: 'usa-alert__text' }, [part]) : part)),
    ]),
  ]);
}

/** @returns {HTMLButtonElement} */
export function button(label, onClick, css = 'usa-button') {
  const made = element('button', { type: 'button', class: css }, [label]);
  made.addEventListener('click', onClick);
  return made;
}
