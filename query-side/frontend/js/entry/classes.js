// The classes and reasons of the rule sets in an officer's words, as the server wrote them into the page (fragments/words.html).

const words = () => document.getElementById('class-words').content;

const find = (kind, code) => words().querySelector(`option[data-${kind}][value="${CSS.escape(code ?? '')}"]`);

const text = (kind, code) => find(kind, code)?.textContent ?? code;

export const className = (name) => text('class', name);

export const reasonText = (reason) => text('reason', reason);

/** Whether an agreement in force gives contacts of this class to the school. */
export const isForTheSchool = (name) => find('class', name)?.hasAttribute('data-for-the-school') ?? false;

/** Under which rule of which set, and whether an agreement stands behind it. */
export function ruleText(answer) {
  const agreement = answer.agreement ? 'of the agreement in force' : 'no agreement in force';
  return `Rule ${answer.rule}, rule set ${answer.ruleSet}, ${agreement}`;
}
