// Talking to the JSON API from a page: one outcome for everything that can happen to a request.

const meta = (name, source = document) => source.querySelector(`meta[name="${name}"]`)?.content ?? null;

/**
 * Sends JSON (or a form with a file) and tells what became of it:
 *   accepted     the server did it; `body` is its answer
 *   refused      the server said no and meant it; `problem` says why
 *   step-up      who is signed in must first confirm that it is them
 *   signed-out   nobody is signed in any more, or somebody else is
 *   unknown      no answer, or none that settles it: it may or may not have been done
 *
 * @param {{key?: string, version?: string, timeout?: number, signal?: AbortSignal}} [options] idempotency key; version the change is meant for
 */
export async function send(method, url, content, options = {}) {
  const headers = { Accept: 'application/json, application/problem+json' };
  const csrfHeader = meta('_csrf_header');
  if (csrfHeader) {
    headers[csrfHeader] = meta('_csrf');
  }
  if (options.key) {
    headers['Idempotency-Key'] = options.key;
  }
  if (options.version !== undefined) {
    headers['If-Match'] = `"${options.version}"`;
  }
  let payload = content;
  if (!(content instanceof FormData) && content !== undefined) {
    headers['Content-Type'] = 'application/json';
    payload = JSON.stringify(content);
  }
  const limit = AbortSignal.timeout(options.timeout ?? 15000);
  let response;
  try {
    response = await fetch(url, {
      method,
      headers,
      body: payload,
      credentials: 'same-origin',
      redirect: 'manual',
      signal: options.signal ? AbortSignal.any([limit, options.signal]) : limit,
    });
  } catch {
    return { kind: 'unknown', status: 0, problem: null };
  }
  return outcomeOf(response);
}

/** @param {Response} response */
export async function outcomeOf(response) {
  const body = await response.json().catch(() => null);
  if (response.ok) {
    return { kind: 'accepted', status: response.status, body, headers: response.headers };
  }
  const stillRunning = body?.type?.endsWith(':submission-still-running') ?? false;
  const stepUp = body?.type?.endsWith(':step-up-needed') ?? false;
  const kind = stillRunning ? 'unknown' : stepUp ? 'step-up' : kindOf(response.status, response.type);
  return { kind, status: response.status, problem: body };
}

/** What a status other than success says about whether the request was carried out. */
export function kindOf(status, type = 'basic') {
  if (type === 'opaqueredirect' || status === 401 || status === 403) {
    return 'signed-out';
  }
  // Timed out, too many requests, still running under this key, or the server in trouble: the same key settles it later.
  if (status === 0 || status === 408 || status === 429 || status >= 500) {
    return 'unknown';
  }
  return 'refused';
}

/** Whether the server answered that it failed: not that it was busy, nor that nothing answered. */
export const isOurFault = ({ kind, status }) => kind === 'unknown' && status >= 500 && status !== 503 && status !== 504 && status !== 502;

/** A fresh key of 128 random bits. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Takes the token of the current session from a page of it, after a sign-in in another tab.
 *
 * @returns {Promise<'ready'|'signed-out'|'other-account'>}
 */
export async function renewSession(page) {
  let response;
  try {
    response = await fetch(page, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
  } catch {
    return 'signed-out';
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const account = meta('account', fresh);
  if (!response.ok || account === null) {
    return 'signed-out';
  }
  if (account !== meta('account')) {
    return 'other-account';
  }
  for (const name of ['_csrf', '_csrf_header']) {
    const current = document.querySelector(`meta[name="${name}"]`);
    const value = meta(name, fresh);
    if (current && value !== null) {
      current.content = value;
    }
  }
  return 'ready';
}
