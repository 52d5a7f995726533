// A client made from the API's description alone: it makes a token, logs a contact with two students, corrects it, and reads a figure.
// Arguments: address of the program, user name and password of an officer's account. Prints the contact's number and the figure.
import createClient from 'openapi-fetch';
import type { components, paths } from './target/api.js';

type Incident = components['schemas']['IncidentDocument'];

const [address = '', username = '', password = ''] = process.argv.slice(2);

function key(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() };
}

function said<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.url} answered ${answer.response.status}: ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

const inPerson = createClient<paths>({
  baseUrl: address,
  headers: { Authorization: `Basic ${btoa(`${username}:${password}`)}` },
});
const { token } = said(await inPerson.POST('/api/commands/tokens', { body: { scopes: ['commands', 'queries'], days: 1 } }));
const api = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${token}` } });

const incident: Incident = {
  occurredAt: '2026-03-02T10:15:00-06:00',
  school: 'MAR',
  place: 'CLASSROOM',
  inSession: 'YES',
  students: ['S-101', 'S-102'].map((number) => ({
    role: 'SUBJECT',
    student: { number, firstName: 'Ada', lastName: 'Quill', birthDate: '2010-05-01', homeSchool: 'MAR' },
    initiator: 'STAFF_REQUEST',
    requestedBy: 'TEACHER',
    conduct: ['cps-scc/1-8'],
    imminentThreat: 'NO',
    actions: [{ code: 'D_ENFORCE_RULE' }],
    outcome: 'NO_ACTION',
  })),
};
const logged = said(await api.POST('/api/commands/incidents', { params: { header: key() }, body: incident }));
if (logged.interactions.length !== 2) {
  throw new Error(`${logged.interactions.length} contacts of two students`);
}

const first = logged.interactions[0]!;
const corrected = said(
  await api.POST('/api/commands/interactions/{id}/corrections', {
    params: { path: { id: first.id }, header: { ...key(), 'If-Match': `"${first.version}"` } },
    body: { conduct: ['cps-scc/4-12'], reason: 'WRONG_CODE', basis: 'OWN_REVIEW' },
  }),
);
if (corrected.version <= first.version) {
  throw new Error(`the contact is still at version ${corrected.version}`);
}

const figure = said(
  await api.GET('/api/queries/involvements', {
    params: { query: { school: 'MAR', groupBy: 'tier', atLeastIndex: corrected.index } },
  }),
);
const rows = figure.rows.map((row) => ({ tier: row.group.tier, count: row.count }));
console.log(JSON.stringify({ number: logged.number, rows }));
