// Corrections on a case's page: a form filled with what stands, then what it would change, then the record. Nothing is recorded but by
// the button Record, and what was typed stays when another was faster.
import { renewSession, send } from '../api.js';
import { alert, button, element } from '../dom.js';
import { lastingFault, OUR_FAULT } from '../fault.js';
import { KEPT, keyed } from '../operations/api-form.js';
import { choices, named, select, text } from './fields.js';
import { changed, correctableFacts, otherForm } from './forms.js';

const DONE = 'case-done';
const KINDS = {
  correction: { title: 'Correct a fact', path: 'corrections', done: 'The correction is recorded: the last step below.' },
  supplement: { title: 'Add something', path: 'supplements', done: 'It is added: the last step below.' },
  subjectCorrection: { title: 'It was another student', path: 'subject-corrections', done: 'The contact moved to the other student: the last step below.' },
  school: { title: 'It was another school', done: 'The incident moved to the other school: the last step below.' },
  link: { title: 'Same incident as …', done: 'The two entries are linked: the last step below.' },
  void: { title: 'Void', path: 'void', done: 'The record is voided: the last step below.' },
};

const mend = document.getElementById('mend');
const host = mend?.querySelector('[data-mend-form]');
let dirty = false;

/** What the page knows of the case; renewed when somebody else was faster. */
const state = { standing: {}, version: '', incidentVersion: '', steps: 0 };

function take(source) {
  const found = source.getElementById('mend');
  state.standing = JSON.parse(found.dataset.standing);
  state.version = found.dataset.version;
  state.incidentVersion = found.dataset.incidentVersion;
  state.steps = source.querySelectorAll('.bl-story > li').length;
}

function why(kind) {
  const fields = [select('Reason', 'reason', kind === 'void' ? 'void-reason' : 'correction-reason', null), select('How it was found', 'basis', 'correction-basis', null)];
  if (['correction', 'subjectCorrection', 'void'].includes(kind)) {
    fields.push(text('Note', 'note', 'Optional; kept encrypted', 'area'));
  }
  return fields;
}

/** A form of a kind as it would be built on what stands now. */
function built(kind) {
  if (kind === 'correction') {
    const facts = correctableFacts(state.standing);
    const chosen = select('Which fact', '', facts.map(({ id, label }) => ({ value: id, label })), null);
    chosen.control.options[0].textContent = 'Choose a fact';
    return { kind, facts, chosen, why: why(kind), current: () => facts.find(({ id }) => id === chosen.control.value) ?? null };
  }
  const form = otherForm(kind, state.standing);
  return { kind, facts: [form], why: why(kind), current: () => form };
}

function open(kind, trigger) {
  document.querySelector('[data-case-done]').textContent = '';
  const form = built(kind);
  const node = element('form', { class: 'bl-card', novalidate: '', 'data-by-button': '', 'aria-label': KINDS[kind].title });
  const problem = element('div', { 'data-problem': '', tabindex: '-1' });
  const body = element('div');
  const review = element('div', { 'data-review': '' });
  const whyNode = element('div', { class: 'bl-fields' }, form.why.map(({ node: one }) => one));
  const show = () => {
    const current = form.current();
    body.replaceChildren(...(current ? [element('div', { class: 'bl-fields' }, current.fields.map(({ node: one }) => one))] : []));
    if (current) {
      // Lists and long texts take the whole width.
      for (const field of current.fields.filter((one) => one.rows || one.control?.tagName === 'TEXTAREA' || one.node.tagName === 'FIELDSET')) {
        field.node.classList.add('bl-mend__whole');
      }
    }
  };
  form.why.at(-1).node.classList.toggle('bl-mend__whole', form.why.at(-1).key === 'note');
  const look = element('button', { type: 'submit', class: 'usa-button' }, ['Show what it changes']);
  const leave = button('Leave it as it is', () => close(trigger), 'usa-button usa-button--unstyled');
  node.append(
    element('h3', { tabindex: '-1' }, [KINDS[kind].title]),
    problem,
    ...(form.chosen ? [form.chosen.node] : []),
    body,
    whyNode,
    element('div', { class: 'bl-buttons' }, [look, leave]),
    review,
  );
  show();
  form.chosen?.control.addEventListener('change', show);
  const keys = keyed();
  const edited = () => {
    dirty = true;
    review.replaceChildren();
  };
  node.addEventListener('input', edited);
  node.addEventListener('change', edited);
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (look.getAttribute('aria-disabled') === 'true') {
      return;
    }
    look.setAttribute('aria-disabled', 'true');
    await preview(form, { node, problem, review, keys });
    look.setAttribute('aria-disabled', 'false');
  });
  host.replaceChildren(node);
  host.hidden = false;
  node.querySelector('h3').focus();
}

function close(trigger) {
  dirty = false;
  host.replaceChildren();
  host.hidden = true;
  mend.querySelectorAll('[data-mend]').forEach((one) => one.setAttribute('aria-expanded', 'false'));
  trigger.focus();
}

/** Says what is missing or wrong, each at its field. @param {{label: string, reason: string, control?: HTMLElement}[]} errors */
function showErrors(place, heading, errors) {
  const lines = errors.map(({ label, reason, control }) => {
    if (!control) {
      return element('li', {}, [label ? `${label}: ${reason}` : reason]);
    }
    control.setAttribute('aria-invalid', 'true');
    const link = element('a', { href: `#${control.id}` }, [`${label}: ${reason}`]);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      control.focus();
    });
    return element('li', {}, [link]);
  });
  place.problem.replaceChildren(alert('error', heading, [element('ul', {}, lines)]));
  place.problem.focus();
}

function clearErrors(place) {
  place.problem.replaceChildren();
  place.node.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
}

/** The fields a document came from, with the pointers they answer to. */
function pointed(form) {
  const found = [];
  const add = (field, pointer) => {
    found.push({ pointer, label: field.label, control: field.control });
    field.rows?.forEach((row, at) => row.fields.forEach((part) => add(part, `${pointer}/${at}${part.key === '' ? '' : `/${part.key}`}`)));
  };
  [...(form.current()?.fields ?? []), ...form.why].forEach((field) => add(field, `/${field.key.replaceAll('.', '/')}`));
  return found;
}

function fieldAt(form, pointer) {
  const fields = pointed(form);
  for (let at = pointer; at !== ''; at = at.replace(/\/[^/]*$/, '')) {
    const found = fields.find((field) => field.pointer === at);
    if (found) {
      return found;
    }
  }
  return null;
}

function showOutcome(form, place, outcome, prefix) {
  if (place.fault) {
    place.problem.replaceChildren(alert('error', OUR_FAULT, [...place.fault, KEPT]));
  } else if (outcome.kind === 'unknown') {
    place.problem.replaceChildren(alert('warning', 'No answer yet', ['The connection was lost or the server is busy. What you typed is kept. Try again: it will not be done twice.']));
  } else if (outcome.kind === 'signed-out') {
    place.signedOut = true;
    place.problem.replaceChildren(
      alert('warning', 'You are signed out, or your role may not do this', [
        element('p', {}, [element('a', { href: '/sign-in', target: '_blank', rel: 'noopener' }, ['Sign in (opens a new tab)']), ', then try again here. What you typed is kept.']),
      ]),
    );
  } else {
    const problem = outcome.problem ?? {};
    const errors = (problem.errors ?? []).map(({ pointer = '', reason }) => ({ reason, ...(fieldAt(form, pointer.replace(prefix, '')) ?? {}) }));
    if (errors.length > 0) {
      showErrors(place, 'Not recorded yet', errors);
      return;
    }
    place.problem.replaceChildren(alert('error', problem.title ?? 'Not accepted', [problem.detail, problem.action].filter(Boolean)));
  }
  place.problem.focus();
}

/** Another was faster: keeps what was typed, says what came since, and goes on from what stands now. */
async function overtaken(form, place) {
  const before = state.steps;
  const answer = await fetch(location.pathname, { credentials: 'same-origin', headers: { Accept: 'text/html' } }).catch(() => null);
  const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  if (!fresh?.getElementById('mend')) {
    showOutcome(form, place, { kind: 'signed-out' }, '');
    return;
  }
  take(fresh);
  const now = built(form.kind);
  form.facts.forEach((fact) => {
    const same = now.facts.find(({ id }) => id === fact.id);
    fact.fields.forEach((field, at) => {
      field.initial = same?.fields[at]?.initial ?? null;
    });
  });
  const since = [...fresh.querySelectorAll('.bl-story > li')].slice(before);
  const told = since.map((step) => {
    const boxes = [...step.querySelectorAll('.bl-change')].map((box) => `${box.getAttribute('aria-label')}: ${[...box.querySelectorAll('div > :last-child')].map((one) => one.textContent.trim()).join(' → ')}`);
    return element('li', {}, [`${step.querySelector('h3').textContent.trim()}. ${boxes.join('; ')}`]);
  });
  place.review.replaceChildren();
  place.problem.replaceChildren(
    alert('warning', 'Somebody changed this case since you opened it', [
      'What you typed is kept and nothing of it was recorded. What came since, and stands now:',
      element('ul', {}, told),
      'Show again what yours changes, and decide whether it is still needed.',
    ]),
  );
  place.problem.focus();
}

async function sending(place, ...request) {
  if (place.signedOut && (await renewSession(location.pathname)) === 'ready') {
    place.signedOut = false;
  }
  const outcome = await send(...request);
  place.fault = lastingFault(place.problem, outcome);
  return outcome;
}

/** The incident of a number: its id and how it is said. */
async function incidentOf(place, number) {
  const outcome = await sending(place, 'GET', `/api/queries/cases?limit=20&number=${encodeURIComponent(number)}`);
  if (outcome.kind !== 'accepted') {
    return { outcome };
  }
  const found = new Map(outcome.body.cases.map((one) => [one.incidentId, one]));
  found.delete(mend.dataset.incident);
  return { found: [...found.values()] };
}

/** Where a number is no answer to who it was, the form asks; who may not look students up gives name and birth date. */
async function askWho(current, { problem }) {
  if (current?.offer && problem?.errors?.some(({ code }) => code === 'several-students')) {
    const found = await send('POST', '/api/queries/students/search', { number: current.number() });
    current.offer(found.kind === 'accepted' ? found.body.students : []);
  }
}

async function preview(form, place) {
  clearErrors(place);
  place.review.replaceChildren();
  const current = form.current();
  if (!current) {
    showErrors(place, 'Not recorded yet', [{ label: 'Which fact', reason: 'choose one', control: form.chosen.control }]);
    return;
  }
  const document = current.document();
  const missing = form.why.filter((field) => ['reason', 'basis'].includes(field.key) && field.value() === null).map((field) => ({ label: field.label, reason: 'must be chosen', control: field.control }));
  const nothing = current.nothing ? current.nothing() : Object.keys(document).length === 0;
  if (nothing) {
    missing.unshift({ label: current.fields[0].label, reason: 'nothing is changed yet', control: current.fields[0].control });
  }
  if (missing.length > 0) {
    showErrors(place, 'Not recorded yet', missing);
    return;
  }
  form.why.forEach((field) => {
    if (field.value() !== null) {
      document[field.key] = field.value();
    }
  });
  if (form.kind === 'school') {
    const [field] = current.fields;
    review(form, place, document, changesOf(current), [
      `How it is read stays as it is. The whole incident leaves the figures of ${field.words(field.initial)} and is counted at ${field.words(field.value())}.`,
    ]);
    return;
  }
  if (form.kind === 'link') {
    await previewLink(form, place, document);
    return;
  }
  const outcome = await sending(place, 'POST', `/api/commands/interactions/${mend.dataset.interaction}/preview`, { [form.kind]: document }, { version: state.version });
  if (outcome.status === 412) {
    await overtaken(form, place);
  } else if (outcome.kind !== 'accepted') {
    showOutcome(form, place, outcome, `/${form.kind}`);
  } else if (!outcome.body.changes) {
    showErrors(place, 'Not recorded yet', [{ label: current.fields[0]?.label, reason: 'this stands already', control: current.fields[0]?.control }]);
  } else {
    review(form, place, document, changesOf(current), effectOf(form, outcome.body));
  }
}

async function previewLink(form, place, document) {
  const [field] = form.current().fields;
  const { outcome, found } = await incidentOf(place, field.value());
  if (outcome) {
    showOutcome(form, place, outcome, '');
  } else if (found.length !== 1) {
    const reason = found.length === 0 ? 'there is no other incident of this number' : 'more than one incident fits: write the whole number';
    showErrors(place, 'Not recorded yet', [{ label: field.label, reason, control: field.control }]);
  } else {
    const [primary] = found;
    document.primary = primary.incidentId;
    review(form, place, document, [{ label: 'Counts as', before: `${mend.dataset.number}, an incident of its own`, after: `${primary.number}, ${primary.schoolName ?? primary.school}` }], [
      `Both entries stay. How each contact is read stays as it is; figures count the two as one incident, ${primary.number}.`,
    ]);
  }
}

/** What each changed field said and says. */
function changesOf(current) {
  return current.fields.filter(changed).map((field) => ({
    label: field.label,
    before: field.initial === null ? null : field.words(field.initial),
    after: field.value() === null ? null : field.words(field.value()),
  }));
}

const reading = (one) => `${named('class', one.class)} (rule ${one.rule}: ${named('rule', one.rule)})`;

/** What an edit does to how the contact is read, officer by officer, and so to the figures. */
function effectOf(form, { before, after }) {
  const officers = new Map();
  const add = (when, { officer, ...one }) => officers.set(officer ?? '', { ...officers.get(officer ?? ''), [when]: one });
  before.involvements.forEach((one) => add('before', one));
  after.involvements.forEach((one) => add('after', one));
  const sentences = [];
  for (const [officer, read] of officers) {
    const who = officers.size === 1 ? 'It' : officer === '' ? 'For an officer not named, it' : `For ${choices('officer').find(({ value }) => value === officer)?.label ?? 'an officer'}, it`;
    if (!read.before) {
      sentences.push(`${who} is from then on counted as ${reading(read.after)}.`);
    } else if (!read.after) {
      sentences.push(`${who} is no longer counted as ${reading(read.before)}.`);
    } else if (read.before.class === read.after.class && read.before.rule === read.after.rule) {
      sentences.push(`${who} stays ${reading(read.after)}.`);
    } else if (read.before.class === read.after.class) {
      sentences.push(`${who} stays ${named('class', read.after.class)}, now by another rule (${read.after.rule}: ${named('rule', read.after.rule)}).`);
    } else {
      sentences.push({ who, ...read });
    }
  }
  if (form.kind === 'void') {
    sentences.push('It is counted in no figure from then on, and stays readable here.');
  } else if (form.kind === 'subjectCorrection') {
    sentences.push('In figures that count students it is counted under the other student.');
  }
  return sentences;
}

function box(label, beforeLabel, before, afterLabel, after) {
  return element('div', { class: 'bl-change', role: 'group', 'aria-label': label }, [
    element('div', {}, [element('span', { class: 'bl-change__label' }, [beforeLabel]), element('span', {}, [before])]),
    element('div', { class: 'bl-change__arrow', 'aria-hidden': 'true' }, ['→']),
    element('div', { class: 'bl-change__after' }, [element('span', { class: 'bl-change__label' }, [afterLabel]), element('strong', {}, [after])]),
  ]);
}

function review(form, place, document, changes, effects) {
  const heading = element('h3', { tabindex: '-1' }, ['This will be recorded']);
  const state_ = element('span', { role: 'status' });
  const record = button('Record', () => recorded(form, place, document, record, state_));
  const change = button('Change something', () => {
    place.review.replaceChildren();
    (form.chosen ?? form.current().fields[0] ?? form.why[0]).control.focus();
  }, 'usa-button usa-button--unstyled');
  const effect = effects.map((one) =>
    typeof one === 'string'
      ? element('p', {}, [one])
      : element('div', {}, [
          box('How it is read', `${one.who} is read as, before`, reading(one.before), 'after', reading(one.after)),
          element('p', {}, [`In the figures it leaves “${named('class', one.before.class)}” and is counted as “${named('class', one.after.class)}”.`]),
        ]),
  );
  place.review.replaceChildren(
    element('div', { class: 'bl-mend__review' }, [
      heading,
      ...changes.map((one) => box(one.label, `${one.label}, before`, one.before ?? 'not recorded', 'after', one.after ?? 'not stated')),
      element('div', { class: 'bl-mend__effect' }, [element('h4', {}, ['What it does']), ...effect]),
      element('p', {}, form.why.slice(0, 2).map((field) => `${field.label}: ${field.words(field.value())}. `)),
      element('div', { class: 'bl-buttons' }, [record, change, state_]),
    ]),
  );
  heading.focus();
}

async function recorded(form, place, document, trigger, said) {
  if (trigger.getAttribute('aria-disabled') === 'true') {
    return;
  }
  trigger.setAttribute('aria-disabled', 'true');
  said.textContent = 'Recording…';
  clearErrors(place);
  const incident = form.kind === 'school' ? 'school-corrections' : form.kind === 'link' ? 'links' : null;
  const address = incident ? `/api/commands/incidents/${mend.dataset.incident}/${incident}` : `/api/commands/interactions/${mend.dataset.interaction}/${KINDS[form.kind].path}`;
  const version = incident ? state.incidentVersion : state.version;
  const outcome = await sending(place, 'POST', address, document, { key: place.keys.keyFor(JSON.stringify([address, version, document])), version });
  trigger.setAttribute('aria-disabled', 'false');
  said.textContent = '';
  if (outcome.kind === 'accepted') {
    dirty = false;
    sessionStorage.setItem(DONE, KINDS[form.kind].done);
    const index = outcome.headers.get('Brightline-Index');
    location.assign(`${location.pathname}${index === null ? '' : `?atLeastIndex=${index}`}`);
  } else if (outcome.status === 412) {
    place.keys.settle();
    await overtaken(form, place);
  } else {
    if (outcome.kind === 'refused') {
      place.keys.settle();
      place.review.replaceChildren();
    }
    await askWho(form.current(), outcome);
    showOutcome(form, place, outcome, '');
  }
}

function sayWhatWasDone() {
  const said = sessionStorage.getItem(DONE);
  sessionStorage.removeItem(DONE);
  if (said !== null) {
    document.querySelector('[data-case-done]').textContent = said;
    history.replaceState(null, '', location.pathname);
  }
}

sayWhatWasDone();
if (host) {
  take(document);
  mend.addEventListener('click', (event) => {
    const trigger = event.target.closest('[data-mend]');
    if (!trigger) {
      return;
    }
    const isOpen = trigger.getAttribute('aria-expanded') === 'true';
    if (isOpen) {
      close(trigger);
      return;
    }
    mend.querySelectorAll('[data-mend]').forEach((one) => one.setAttribute('aria-expanded', String(one === trigger)));
    dirty = false;
    open(trigger.dataset.mend, trigger);
  });
  addEventListener('beforeunload', (event) => {
    if (dirty) {
      event.preventDefault();
    }
  });
}
