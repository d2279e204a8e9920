// The search: everything it shows is in its address, so that it can be sent to a colleague.
import { add, clear, el, inLink, marked, outLink } from './dom.js';
import { get } from './api.js';
import { copies, help, number, publications, t, texts, zone } from './i18n.js';
import { called, link, problemBox, sourceBadge, spinner, timesLine } from './parts.js';
import { timeline } from './chart.js';

const FACETS = ['source', 'kind', 'topic', 'place', 'region', 'tag', 'section', 'author', 'lang', 'domain'];
const FILTERS = [...FACETS, 'cluster'];
const SHOWN = 8;

/** Whether a parameter narrows by a property of documents: such filters a watch can have, too. */
export const isFilter = (name) => FILTERS.includes(name.replace(/^not\./, '')) || ['changed', 'removed'].includes(name);

/** A filter in words, with the name that a source, topic or place of this id has. */
export function filterLabel(name, value, names = new Map()) {
  if (name === 'changed' || name === 'removed') return t(name + '_only');
  const facet = name.replace(/^not\./, '');
  return (name.startsWith('not.') ? t('without') + ' ' : '') + t('f_' + facet) + ': ' + shown(facet, names.get(facet + ' ' + value) || value);
}

/** Draws the search anew; who works with the keyboard stays at the control just used. */
export async function searchView(view, page) {
  document.title = (page.params.get('q') || t('nav_search')) + ' — ' + t('brand');
  const held = document.activeElement?.dataset.control;
  const results = el('section', { class: 'results', 'aria-live': 'polite' }, spinner());
  const facets = el('aside', { class: 'facets', 'aria-label': t('filters') });
  const chart = el('div', { class: 'chart-place' });
  const fault = el('div', { class: 'fault', id: 'fault', role: 'alert' });
  const chosen = el('div', {}, chips(page));
  clear(view, form(page, fault), chosen, chart, el('div', { class: 'columns' }, facets, results));
  const hold = () => held && document.activeElement === document.body && view.querySelector(`[data-control="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  hold();
  await fill(page, { results, facets, chart, fault, chosen });
  hold();
}

function form(page, fault) {
  const { params, go } = page;
  const q = el('input', {
    type: 'search', id: 'q', name: 'q', value: params.get('q') || '', placeholder: t('search_placeholder'),
    autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'fault', 'data-main-input': true, maxlength: '2000',
  });
  const submit = (event) => {
    event.preventDefault();
    go(address(params, { q: q.value.trim() || null }));
  };
  return el('form', { class: 'search', role: 'search', onsubmit: submit },
    el('label', { for: 'q', class: 'hidden' }, t('search_label')),
    el('div', { class: 'bar' }, q, el('button', { class: 'primary' }, t('search_go'))),
    fault,
    el('div', { class: 'options' }, period(page, 'from'), period(page, 'to'), sort(page),
      check(page, 'group', 'copies', 'group'), check(page, 'changed', 'true', 'changed_only'), check(page, 'removed', 'true', 'removed_only')),
    el('details', { class: 'help' }, el('summary', {}, t('help')),
      el('table', {}, help().map(([query, says]) => el('tr', {},
        el('td', {}, inLink(address(new URLSearchParams(), { q: query }), {}, el('code', {}, query))), el('td', {}, says))))));
}

function period({ params, go }, name) {
  const given = params.get(name) || '';
  const value = /^\d{4}-\d{2}-\d{2}/.test(given) ? given.slice(0, 10) : '';
  return el('label', {}, t(name), el('input', {
    type: 'date', name, value, 'data-control': name, max: '9999-12-31', onchange: (event) => go(address(params, { [name]: event.target.value || null })),
  }));
}

function sort({ params, go }) {
  const current = params.get('sort') || (params.get('q') ? 'relevance' : 'newest');
  return el('label', {}, t('sort'), el('select', { name: 'sort', 'data-control': 'sort', onchange: (event) => go(address(params, { sort: event.target.value })) },
    ['relevance', 'newest', 'oldest'].map((value) => el('option', { value, selected: value === current }, t('sort_' + value)))));
}

function check({ params, go }, name, value, key) {
  return el('label', { class: 'check' }, el('input', {
    type: 'checkbox', 'data-control': name, checked: params.get(name) === value, onchange: (event) => go(address(params, { [name]: event.target.checked ? value : null })),
  }), t(key));
}

/** What sources, topics and places are called; ids stand for themselves where that cannot be had. */
export async function known(page) {
  const [sources, named] = await Promise.all(['/sources', '/topics'].map((path) => get(path, [], page.signal)));
  const names = new Map();
  const learn = (facet, list = []) => list.forEach(({ id, name }) => names.set(facet + ' ' + id, name));
  learn('source', sources.body?.sources);
  learn('topic', named.body?.topics);
  learn('place', named.body?.places);
  return names;
}

/** What values are called, by facet and value, as far as the answer says. */
function labels({ facets = {}, hits }) {
  const names = new Map(hits.map(({ source }) => ['source ' + source.id, source.name]));
  for (const [facet, values] of Object.entries(facets)) values.forEach(({ value, label }) => names.set(facet + ' ' + value, label));
  return names;
}

function chips({ params, go }, names) {
  const active = [];
  for (const [name, value] of params) {
    const facet = name.replace(/^not\./, '');
    if (FILTERS.includes(facet)) active.push([name, value, filterLabel(name, value, names)]);
    else if (name === 'match' && value === 'most') active.push([name, value, t('match_most')]);
    else if (['from', 'to'].includes(name) && !/^\d{4}-\d{2}-\d{2}$/.test(value)) active.push([name, value, t(name) + ': ' + value]);
  }
  if (!active.length) return null;
  return el('p', { class: 'chips' }, active.map(([name, value, label]) =>
    el('button', { type: 'button', class: 'chip', title: t('remove_filter'), onclick: () => go(without(params, name, value)) }, label, el('span', { 'aria-hidden': 'true' }, ' ×'))),
  active.length > 1 && el('button', { type: 'button', class: 'plain', onclick: () => go(address(new URLSearchParams(), { q: params.get('q') })) }, t('clear_filters')));
}

const shown = (facet, value) => (facet === 'kind' ? t('k_' + value) : value.length > 40 ? value.slice(0, 40) + '…' : value);

function request(params, more = {}) {
  const asked = new URLSearchParams(params);
  if (!asked.get('q')) asked.delete('q');
  if (!asked.get('sort')) asked.set('sort', asked.get('q') ? 'relevance' : 'newest');
  asked.set('size', '20');
  asked.set('tz', zone());
  for (const [name, value] of Object.entries(more)) asked.set(name, value);
  return asked;
}

async function fill(page, places) {
  const { params, signal } = page;
  const answer = await get('/search', request(params, { facets: FACETS.join(','), facet_size: '40', timeline: 'auto', highlight: 'true' }), signal);
  if (!answer.ok) {
    clear(places.results);
    return mistakes(answer.problem, params.get('q') || '', places, page);
  }
  const { body } = answer;
  clear(places.results, heading(body, page), suggestions(body, params));
  add(places.results, [hitList(body.hits, params)]);
  if (!body.hits.length && !body.relaxed) add(places.results, [el('p', { class: 'empty' }, t('nothing_hint'))]);
  if (body.relaxed) add(places.results, relaxed(body.relaxed, params));
  more(places.results, body.next_cursor, page);
  clear(places.facets, facetBoxes(body.facets || {}, page));
  if (body.timeline?.length > 1) clear(places.chart, timeline(body.timeline, body.coverage || {}, (from, to) => page.go(address(params, { from: from.toISOString(), to: to.toISOString() }))));
  if (body.undated > 0) add(places.chart, [el('p', { class: 'quiet' }, t('undated', { n: number(body.undated) }))]);
  await nameChips(body, places, page);
  return null;
}

/** A chosen value that is not among what was found is looked up. */
async function nameChips(body, places, page) {
  const names = labels(body);
  const unnamed = ([name, value]) => {
    const facet = name.replace(/^not\./, '');
    return ['source', 'topic', 'place'].includes(facet) && !names.has(facet + ' ' + value);
  };
  clear(places.chosen, chips(page, [...page.params].some(unnamed) ? await known(page) : names));
}

/** Faults of the query itself are shown under the box at their place; others as a problem. */
function mistakes(problem, query, places, page) {
  const own = problem.errors.filter((error) => error.parameter === 'q');
  const others = { ...problem, errors: problem.errors.filter((error) => error.parameter !== 'q') };
  clear(places.fault, own.map((error) => el('p', {},
    error.position !== undefined && el('code', { class: 'pointed', 'aria-hidden': 'true' },
      query.slice(0, error.position), el('b', {}, query.slice(error.position, error.position + 1) || '␣'), query.slice(error.position + 1)),
    el('span', {}, t('mistake_at'), error.position !== undefined ? ` (${error.position + 1}): ` : ': ', error.message))));
  document.getElementById('q').setAttribute('aria-invalid', String(own.length > 0));
  if (!own.length || others.errors.length) add(places.results, [problemBox(others, () => page.go(location.pathname + location.search, { replace: true }))]);
}

function heading(body, { params }) {
  const folded = params.get('group') === 'copies';
  const asked = request(params);
  // With the zone and the folding of the page: the file has the rows that the heading counts.
  ['size', 'cursor'].forEach((name) => asked.delete(name));
  const out = (format) => '/api/v1/export?' + new URLSearchParams([...asked, ['format', format]]);
  return el('div', { class: 'heading' },
    el('h1', {}, !body.total.value ? t('nothing') : folded ? texts(body.total.value, body.total.exact) : publications(body.total.value, body.total.exact)),
    el('p', { class: 'quiet tools' }, t('took', { n: number(body.took_ms) }), ' · ', t('export'), ': ',
      el('a', { href: out('csv'), download: 'letopis.csv' }, 'CSV'), ' ', el('a', { href: out('ndjson'), download: 'letopis.ndjson' }, 'NDJSON'), ' ',
      el('a', { href: '/api/v1/feed.rss?' + feed(params) }, 'RSS'), ' · ',
      inLink('/watches?' + watched(params), {}, t('watch_this'))));
}

/** A watch keeps the filters of the search it is made from. */
function watched(params) {
  const asked = new URLSearchParams({ query: params.get('q') || '' });
  for (const [name, value] of params) if (isFilter(name)) asked.append(name, value);
  return asked;
}

function feed(params) {
  const asked = new URLSearchParams(params);
  ['sort', 'group', 'cursor'].forEach((name) => asked.delete(name));
  asked.set('tz', zone());
  return asked;
}

function suggestions(body, params) {
  const offered = body.suggestions || [];
  return offered.length > 0 && el('p', { class: 'suggest' }, t('suggestion'), ' ',
    offered.map((one) => [inLink(address(params, { q: one.query || one }), {}, one.query || one), ' ']));
}

/** What has most of the words: told apart from the hits, since the counts are of the hits alone. */
function relaxed(found, params) {
  return [el('h2', { class: 'relaxed' }, t('relaxed', { n: number(found.total.value) })),
    el('p', { class: 'quiet' }, t('relaxed_hint'), ' ', inLink(address(params, { match: 'most' }), {}, t('relaxed_all'))),
    hitList(found.hits, params)];
}

const hitList = (hits, params) => el('ol', { class: 'hits' }, hits.map((hit) => hitItem(hit, params)));

function hitItem(hit, params) {
  return el('li', { class: 'hit' },
    el('p', { class: 'meta' }, sourceBadge(hit.source), timesLine(hit)),
    el('h2', {}, inLink(link(hit.id), {}, called(hit))),
    el('p', { class: 'snippet' }, marked(hit.snippet)),
    el('p', { class: 'actions' },
      outLink(hit.url, t('original')), inLink('/trace?' + new URLSearchParams({ document: hit.id }), {}, t('trace_this')),
      hit.copies > 0 && inLink(address(params, { cluster: hit.cluster, group: null }), { class: 'copies' }, copies(hit.copies))));
}

function more(place, cursor, page) {
  if (!cursor) return;
  const button = el('button', { type: 'button', class: 'next' }, t('next'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    const answer = await get('/search', request(page.params, { cursor, highlight: 'true' }), page.signal);
    button.remove();
    if (!answer.ok) return add(place, [problemBox(answer.problem)]);
    const list = hitList(answer.body.hits, page.params);
    add(place, [list]);
    list.querySelector('h2 a')?.focus({ preventScroll: true });
    return more(place, answer.body.next_cursor, page);
  });
  add(place, [button]);
}

function facetBoxes(facets, page) {
  const boxes = FACETS.filter((name) => facets[name]?.length).map((name, index) => facetBox(name, facets[name], page, index < 4));
  return el('details', { class: 'facet-list', open: window.matchMedia('(min-width: 60rem)').matches }, el('summary', {}, t('filters')), boxes);
}

function facetBox(name, values, { params, go }, open) {
  const chosen = params.getAll(name);
  const item = (entry) => el('li', {}, el('label', { class: 'check' },
    el('input', { type: 'checkbox', 'data-control': name + ' ' + entry.value, checked: chosen.includes(entry.value), onchange: (event) => go(event.target.checked ? withAlso(params, name, entry.value) : without(params, name, entry.value)) }),
    el('span', { class: 'value' }, name === 'kind' ? t('k_' + entry.value) : entry.label || entry.value), el('span', { class: 'count' }, number(entry.count))));
  const rest = values.slice(SHOWN);
  return el('details', { class: 'facet', open: open || chosen.length > 0 }, el('summary', {}, t('f_' + name)),
    el('ul', {}, values.slice(0, SHOWN).map(item)),
    rest.length > 0 && el('details', { class: 'rest', open: rest.some((entry) => chosen.includes(entry.value)) }, el('summary', {}, t('more_values', { n: rest.length })), el('ul', {}, rest.map(item))));
}

/** The address of this search with some parameters set (null: taken away). The cursor never survives a change. */
function address(params, changes) {
  const changed = new URLSearchParams(params);
  changed.delete('cursor');
  for (const [name, value] of Object.entries(changes)) {
    changed.delete(name);
    if (value !== null && value !== undefined && value !== '') changed.set(name, value);
  }
  const text = changed.toString();
  return '/' + (text ? '?' + text : '');
}

function withAlso(params, name, value) {
  const changed = new URLSearchParams(params);
  changed.append(name, value);
  return address(changed, {});
}

function without(params, name, value) {
  const changed = new URLSearchParams();
  for (const [given, one] of params) if (given !== name || one !== value) changed.append(given, one);
  return address(changed, {});
}
