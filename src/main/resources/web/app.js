// The shell: which address shows which view, navigation without reloading, the language.
import { clear, el, inLink } from './dom.js';
import { language, offset, setLanguage, t, zone } from './i18n.js';
import { searchView } from './search.js';
import { documentView } from './document.js';
import { traceView } from './trace.js';
import { sourcesView, sourceView } from './sources.js';
import { watchesView } from './watches.js';
import { caseView, casesView } from './cases.js';
import { factChecksView } from './factchecks.js';

const VIEWS = [
  [/^\/$/, searchView],
  [/^\/document\/([A-Za-z0-9_-]+)$/, documentView],
  [/^\/trace$/, traceView],
  [/^\/sources$/, sourcesView],
  [/^\/sources\/([^/]+)$/, sourceView],
  [/^\/watches$/, watchesView],
  [/^\/fact-checks$/, factChecksView],
  [/^\/cases$/, casesView],
  [/^\/cases\/([A-Za-z0-9_-]+)$/, caseView],
];

const NAV = [['/', 'nav_search'], ['/trace', 'nav_trace'], ['/fact-checks', 'nav_checks'], ['/cases', 'nav_cases'], ['/sources', 'nav_sources'], ['/watches', 'nav_watches']];

const view = document.getElementById('view');
let leaving = new AbortController();

/** Goes to an address of this page. */
export function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  show({ keepScroll: replace });
}

function chrome() {
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = t(node.dataset.text);
  const nav = NAV.map(([href, key]) =>
    inLink(href, { 'aria-current': here(href) ? 'page' : undefined }, t(key)));
  clear(document.getElementById('nav'), nav, el('a', { href: '/docs' }, t('nav_api')));
  // On a narrow screen the row scrolls; where one is must be in it.
  nav.find((item) => item.hasAttribute('aria-current'))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  document.getElementById('zone').textContent = t('times_zone', { z: [...new Set([zone(), offset(new Date())])].join(', ') });
  clear(document.getElementById('lang'), ['ru', 'en'].map((code) =>
    el('button', { type: 'button', 'aria-pressed': String(language() === code), onclick: () => choose(code) }, code.toUpperCase())));
}

const here = (href) => (href === '/' ? location.pathname === '/' : location.pathname.startsWith(href));

function choose(code) {
  setLanguage(code);
  show({ keepScroll: true });
}

function show({ keepScroll = false } = {}) {
  leaving.abort();
  leaving = new AbortController();
  chrome();
  for (const [pattern, render] of VIEWS) {
    const match = location.pathname.match(pattern);
    if (match) {
      if (!keepScroll) window.scrollTo(0, 0);
      return run(render, match.slice(1).map(decodeURIComponent));
    }
  }
  document.title = t('not_found') + ' — ' + t('brand');
  return clear(view, el('h1', {}, t('not_found')), el('p', {}, inLink('/', {}, t('to_search'))));
}

async function run(render, parts) {
  try {
    await render(view, { parts, params: new URLSearchParams(location.search), go, signal: leaving.signal });
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

// As a link of its own it would be a step of the history, and draw the view anew.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  view.focus();
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-link]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select');
  const field = document.querySelector('[data-main-input]');
  if (event.key === '/' && !typing && field) {
    event.preventDefault();
    field.focus();
  }
});

window.addEventListener('popstate', () => show());
show();
