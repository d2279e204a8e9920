// Saved searches that report new publications.
import { add, clear, el, inLink, marked } from './dom.js';
import { call, get, post, remove } from './api.js';
import { t, when } from './i18n.js';
import { filterLabel, isFilter, known } from './search.js';
import { called, link, problemBox, sourceBadge, spinner, timesLine } from './parts.js';

export async function watchesView(view, page) {
  document.title = t('w_title') + ' — ' + t('brand');
  const list = el('div', {}, spinner());
  const names = await known(page);
  clear(view, el('h1', {}, t('w_title')), el('p', { class: 'quiet' }, t('w_intro')), form(page, names, () => fill(list, page, names)), list);
  await fill(list, page, names);
}

async function fill(place, page, names) {
  const answer = await get('/watches', [], page.signal);
  if (!answer.ok) return clear(place, problemBox(answer.problem, () => fill(place, page, names)));
  const { watches } = answer.body;
  return clear(place, watches.length ? watches.map((watch) => card(watch, place, page, names)) : el('p', { class: 'empty' }, t('w_none')));
}

function form(page, names, done) {
  const field = (id, key, props = {}) => {
    const input = el('input', { id, ...props });
    return [input, el('label', {}, t(key), input)];
  };
  const [query, queryField] = field('w-query', 'w_query', { required: true, value: page.params.get('query') || '', maxlength: '2000' });
  const [name, nameField] = field('w-name', 'w_name', { required: true, maxlength: '200', value: page.params.get('query') || '' });
  const [hook, hookField] = field('w-hook', 'w_webhook', { type: 'url', placeholder: 'https://' });
  const said = el('div', { role: 'status' });
  const kept = [...page.params].filter(([param]) => isFilter(param));
  const submit = async (event) => {
    event.preventDefault();
    const answer = await post('/watches', { name: name.value, query: query.value, filters: asFilters(kept), ...(hook.value ? { webhook: hook.value } : {}) });
    clear(said, answer.ok ? answer.body.secret && el('p', {}, t('w_secret'), ': ', el('code', {}, answer.body.secret)) : problemBox(answer.problem));
    if (answer.ok) {
      name.value = query.value = hook.value = '';
      done();
    }
  };
  return el('form', { class: 'watch-form', onsubmit: submit }, queryField, nameField, hookField, filterLine(kept, names), el('button', { class: 'primary' }, t('w_create')), said);
}

/** Names and values of parameters as the API wants them: lists, but for flags. */
function asFilters(pairs) {
  const filters = {};
  for (const [name, value] of pairs) {
    if (name === 'changed' || name === 'removed') filters[name] = value === 'true';
    else (filters[name] ||= []).push(value);
  }
  return filters;
}

const asPairs = (filters) => Object.entries(filters || {}).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)]));

const filterLine = (pairs, names) => pairs.length > 0 && el('p', { class: 'chips' }, pairs.map(([name, value]) => el('span', { class: 'chip' }, filterLabel(name, value, names))));

function card(watch, list, page, names) {
  const path = '/watches/' + encodeURIComponent(watch.id);
  const shown = el('div', { 'aria-live': 'polite' });
  const results = async (answer) => {
    if (!answer.ok) return clear(shown, problemBox(answer.problem));
    const found = answer.body.results;
    return clear(shown, found.length ? el('ol', { class: 'hits small' }, found.map(item)) : el('p', { class: 'quiet' }, t('w_nothing')));
  };
  const drop = async () => {
    if (!window.confirm(t('w_confirm'))) return;
    const answer = await remove(path);
    if (answer.ok) fill(list, page, names);
    else clear(shown, problemBox(answer.problem));
  };
  return el('section', { class: 'watch' },
    el('h2', {}, watch.name), watch.broken && el('p', { class: 'flag bad' }, t('w_broken'), ': ', watch.broken),
    watch.suggestion && el('p', { class: 'suggest' }, t('w_operators'), ' ', inLink('/watches?' + new URLSearchParams([['query', watch.suggestion], ...asPairs(watch.filters)]), {}, el('code', {}, watch.suggestion))),
    el('p', {}, inLink('/?' + new URLSearchParams([['q', watch.query], ['sort', 'newest'], ...asPairs(watch.filters)]), {}, el('code', {}, watch.query || '*')), ' ', el('span', { class: 'quiet' }, when(watch.created_at))), filterLine(asPairs(watch.filters), names),
    el('p', { class: 'actions' },
      el('button', { type: 'button', onclick: async () => results(await get(path + '/results', [], page.signal)) }, t('w_results')),
      el('button', { type: 'button', onclick: async () => results(await call(path + '/replay', { params: { from: '-30d' }, signal: page.signal })) }, t('w_replay')),
      el('a', { class: 'button', href: '/api/v1' + path + '/feed.rss' }, 'RSS'),
      el('button', { type: 'button', class: 'danger', onclick: drop }, t('w_delete'))), shown);
}

function item(result) {
  return add(el('li', {}), [el('p', { class: 'meta' }, sourceBadge(result.source), result.found_at ? el('time', {}, when(result.found_at)) : timesLine(result)),
    inLink(link(result.id), {}, called(result)), result.snippet && el('p', { class: 'snippet' }, marked(result.snippet))]);
}
