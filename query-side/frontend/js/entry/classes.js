// The classes and reasons of the rule sets in an officer's words, as the server wrote them into the page (fragments/words.html).

const words = () => document.getElementById('class-words').content;

const find = (kind, code) => words().querySelector(`option[data-${kind}][value="${CSS.escape(code ?? '')}"]`);

const text = (kind, code) => find(kind, code)?.textContent ?? code;

export const className = (name) => text('class', name);

export const reasonText = (reason) => text('reason', reason);
