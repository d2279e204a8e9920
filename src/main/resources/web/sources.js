// What the archive watches, and how well that goes.
import { clear, el, inLink, outLink } from './dom.js';
import { get } from './api.js';
import { language, number, t, when, zone } from './i18n.js';
import { problemBox, spinner } from './parts.js';

export async function sourcesView(view, page) {
  document.title = t('s_title') + ' — ' + t('brand');
  clear(view, spinner());
  const answer = await get('/sources', { tz: zone() }, page.signal);
  if (!answer.ok) return clear(view, problemBox(answer.problem, () => sourcesView(view, page)));
  const { sources } = answer.body;
  return clear(view, el('h1', {}, t('s_title')), sources.length ? overview(sources) : el('p', { class: 'empty' }, t('s_none')));
}

/** How many are in which state; a state that is pressed shows its sources alone. */
function overview(sources) {
  const counts = new Map();
  for (const one of sources) counts.set(one.state, (counts.get(one.state) ?? 0) + 1);
  const box = el('div', {});
  const show = (chosen) => clear(box,
    el('div', { class: 'chips', role: 'group', 'aria-label': t('s_state') }, [['', sources.length], ...counts].map(([name, n]) =>
      el('button', { type: 'button', class: 'chip', 'aria-pressed': String(name === chosen), onclick: () => press(name) }, name ? state(name) : t('s_all'), ' ' + number(n)))),
    table(sources.filter((one) => !chosen || one.state === chosen)));
  // The buttons are made anew: without this the keyboard would start again at the top of the page.
  const press = (name) => { show(name); box.querySelector('[aria-pressed="true"]').focus(); };
  show('');
  return box;
}

function table(sources) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('s_title') }, el('table', { class: 'sources' },
    el('thead', {}, el('tr', {}, ['s_state', 's_name', 's_kind', 's_docs', 's_calendar', 's_last', 's_next'].map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', {}, sources.map((one) => el('tr', {},
      el('td', {}, state(one.state)),
      el('td', {}, inLink('/sources/' + encodeURIComponent(one.id), {}, one.name), one.error && el('div', { class: 'error' }, one.error), one.warning && el('div', { class: 'error' }, one.warning)),
      el('td', {}, t('k_' + one.kind)),
      el('td', { class: 'n' }, number(one.documents ?? 0)),
      el('td', {}, strip(one.calendar || [])),
      el('td', { class: 'at' }, one.last_poll_at ? when(one.last_poll_at) : t('s_never')),
      el('td', { class: 'at' }, one.next_poll_at ? when(one.next_poll_at) : '—'))))));
}

const state = (name) => el('span', { class: 'state s-' + name }, t('st_' + name));

/** One cell a day, coloured by the worst state of the day that matters. */
function strip(days) {
  return el('div', { class: 'strip', role: 'img', 'aria-label': days.map((day) => `${day.date}: ${t('st_' + day.state)}`).join('; ') },
    days.map((day) => el('i', { class: 's-' + day.state, title: `${day.date} — ${t('st_' + day.state)}` })));
}

export async function sourceView(view, page) {
  clear(view, spinner());
  const id = page.parts[0];
  const answer = await get('/sources/' + encodeURIComponent(id), { tz: zone() }, page.signal);
  if (!answer.ok) return clear(view, problemBox(answer.problem, () => sourceView(view, page)));
  const one = answer.body;
  document.title = one.name + ' — ' + t('brand');
  const fact = (name, value) => value && el('div', {}, el('dt', {}, name), el('dd', {}, value));
  return clear(view, el('h1', {}, one.name), el('p', { class: 'meta' }, state(one.state), el('span', { class: 'kind' }, t('k_' + one.kind)), one.region, one.address && outLink(one.address, one.address)),
    el('dl', { class: 'times row' }, fact(t('s_docs'), number(one.documents ?? 0)), fact(t('s_last'), one.last_poll_at && when(one.last_poll_at)), fact(t('s_next'), one.next_poll_at && when(one.next_poll_at)), fact(t('s_error'), one.error), fact(t('s_warning'), one.warning)),
    el('p', { class: 'actions' }, inLink('/?' + new URLSearchParams({ source: one.id, sort: 'newest' }), { class: 'button' }, t('s_search'))),
    el('h2', {}, t('t_coverage')), calendar(one.calendar || []), legend(one.calendar || []),
    one.polls?.length > 0 && [el('h2', {}, t('s_polls')), polls(one.polls)]);
}

function calendar(days) {
  const first = days.length ? (new Date(days[0].date + 'T00:00:00Z').getUTCDay() + 6) % 7 : 0;
  return el('ol', { class: 'calendar' }, Array.from({ length: first }, () => el('li', { class: 'pad', 'aria-hidden': 'true' })),
    days.map((day, index) => el('li', { class: 's-' + day.state, 'data-month': index === 0 || day.date.endsWith('-01') ? month(day.date) : undefined, title: `${day.date} — ${t('st_' + day.state)}` }, String(Number(day.date.slice(8))), el('span', { class: 'hidden' }, ' ' + t('st_' + day.state)))));
}

/** The month's short name beside its first day. */
const month = (date) => new Date(date + 'T12:00:00Z').toLocaleDateString(language(), { month: 'short', timeZone: 'UTC' });

function legend(days) {
  const seen = [...new Set(days.map((day) => day.state))];
  return el('p', { class: 'legend' }, seen.map((name) => state(name)));
}

function polls(list) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('s_polls') }, el('table', { class: 'sources' },
    el('thead', {}, el('tr', {}, ['s_when', 's_state', 's_status', 's_found', 's_fresh'].map((key, column) => el('th', { scope: 'col', class: column > 1 ? 'n' : '' }, t(key))), el('td'))),
    el('tbody', {}, list.map((poll) => el('tr', {},
    el('td', { class: 'at' }, when(poll.at, 'second')), el('td', {}, state(poll.state)), el('td', { class: 'n' }, poll.status || ''),
    el('td', { class: 'n' }, number(poll.entries)), el('td', { class: 'n' }, number(poll.fresh)), el('td', {}, poll.detail))))));
}
