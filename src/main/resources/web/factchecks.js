// Known reviews of claims: found by words, by who reviewed; the newest first.
import { clear, el, inLink, outLink } from './dom.js';
import { get } from './api.js';
import { number, t, when } from './i18n.js';
import { link, problemBox, spinner } from './parts.js';

export async function factChecksView(view, page) {
  const q = page.params.get('q') || '';
  const publisher = page.params.get('publisher') || '';
  document.title = t('nav_checks') + ' — ' + t('brand');
  const box = el('input', { id: 'checks-q', type: 'search', value: q, maxlength: '2000' });
  const search = (event) => {
    event.preventDefault();
    page.go(address(box.value, publisher));
  };
  const head = [el('h1', {}, t('nav_checks')), el('p', { class: 'quiet' }, t('fc_intro')),
    el('form', { class: 'watch-form', role: 'search', onsubmit: search }, el('label', { for: 'checks-q' }, t('fc_words')), box, el('button', { class: 'primary' }, t('search_go')))];
  clear(view, head, spinner());
  const answer = await ask(q, publisher, 0, page.signal);
  clear(view, head, answer.ok ? found(answer.body, q, publisher, page) : problemBox(answer.problem, () => factChecksView(view, page)));
}

const address = (q, publisher) => '/fact-checks?' + new URLSearchParams({ ...(q ? { q } : {}), ...(publisher ? { publisher } : {}) });

const ask = (q, publisher, offset, signal) => get('/fact-checks', { ...(q ? { q } : {}), ...(publisher ? { publisher } : {}), offset, size: 50 }, signal);

function found(body, q, publisher, page) {
  if (body.total.value === 0) return el('p', { class: 'empty' }, t('nothing'));
  const list = el('ul', { class: 'checks' }, body.fact_checks.map(check));
  const more = el('button', { type: 'button' }, t('fc_more'));
  let next = body.next_offset;
  more.hidden = next === undefined;
  more.addEventListener('click', async () => {
    const answer = await ask(q, publisher, next, page.signal);
    if (!answer.ok) return more.replaceWith(problemBox(answer.problem));
    list.append(...answer.body.fact_checks.map(check));
    next = answer.body.next_offset;
    more.hidden = next === undefined;
    return undefined;
  });
  return [el('p', { class: 'quiet' }, t('fc_found', { n: number(body.total.value) })),
    el('p', { class: 'chips' }, publisher && inLink(address(q, ''), { class: 'chip' }, '× ', publisher),
      !publisher && body.publishers.slice(0, 20).map((one) => [inLink(address(q, one.value), { class: 'chip' }, one.value || '—', ' ', number(one.count)), ' '])),
    list, more];
}

/** One review: the verdict, the claim, who and when, the saved copy and the page itself. */
export function check(one) {
  return el('li', {}, el('b', {}, one.rating), ' — ', one.claim, ' ',
    el('span', { class: 'quiet' }, one.publisher, one.reviewed_at && ', ' + when(one.reviewed_at, 'day')), ' ',
    one.removed_at && [el('span', { class: 'quiet' }, t('t_check_gone', { at: when(one.removed_at, 'day') })), ' '],
    one.document && [inLink(link(one.document), {}, t('t_saved')), ' '], one.url && outLink(one.url, t('original')));
}
