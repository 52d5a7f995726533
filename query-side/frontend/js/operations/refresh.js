// Parts of a page that ask for themselves again while something is under way: `data-refresh` names where they are.
const EVERY = 1500;
const AT_MOST = 12000;

async function again(part, wait) {
  await new Promise((done) => setTimeout(done, wait));
  let fresh = null;
  try {
    const response = await fetch(part.dataset.refresh, {
      credentials: 'same-origin',
      headers: { Accept: 'text/html' },
      redirect: 'manual',
      signal: AbortSignal.timeout(15000),
    });
    if (response.ok) {
      fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(part.id);
    }
  } catch {
    // No answer: asked again later.
  }
  if (fresh === null) {
    again(part, Math.min(AT_MOST, wait * 2));
    return;
  }
  const open = [...part.querySelectorAll('details[open]')].map((one) => one.id);
  for (const id of open.filter(Boolean)) {
    fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  }
  part.replaceWith(fresh);
  watch(fresh);
}

function watch(part) {
  if (part.dataset.refresh !== undefined) {
    again(part, EVERY);
    return;
  }
  // What was started is over.
  document.querySelectorAll('main > [data-state]').forEach((said) => said.replaceChildren());
}

document.querySelectorAll('[data-refresh]').forEach((part) => again(part, EVERY));
