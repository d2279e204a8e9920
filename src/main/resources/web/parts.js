// Pieces that several views show alike.
import { clear, el, inLink } from './dom.js';
import { post } from './api.js';
import { between, near, t, when } from './i18n.js';

/** An answer that is a problem: what it says, every fault, and what can be done. */
export function problemBox(problem, again) {
  const offline = problem.status === 0;
  return el('section', { class: 'problem', role: 'alert' },
    el('h2', {}, offline ? t('offline') : problem.title || problem.status),
    problem.detail && el('p', {}, problem.detail),
    problem.errors?.length > 0 && el('ul', {}, problem.errors.map((fault) =>
      el('li', {}, el('code', {}, fault.parameter), ' — ', fault.message))),
    problem.status === 401 && keyForm(again),
    again && problem.status !== 401 && (offline || problem.status >= 500) && el('button', { type: 'button', onclick: again }, t('retry')),
    problem.request_id && el('p', { class: 'quiet' }, '№ ', problem.request_id));
}

function keyForm(again) {
  const key = el('input', { type: 'password', id: 'key', autocomplete: 'current-password', required: true });
  const said = el('p', { role: 'status' });
  return el('form', {
    class: 'key',
    onsubmit: async (event) => {
      event.preventDefault();
      const answer = await post('/session', { key: key.value });
      if (answer.ok) again?.();
      else clear(said, answer.problem.title);
    },
  }, el('label', { for: 'key' }, t('key_label')), key, el('button', { class: 'primary' }, t('key_go')), said);
}

const LONGEST_ADDRESS = 160;

/** What a publication is called: its title, else its address. It runs in the direction of its own script. */
export const called = ({ title, url }) => el('bdi', {}, title || (url.length > LONGEST_ADDRESS ? url.slice(0, LONGEST_ADDRESS) + '…' : url));

export const spinner = () => el('p', { class: 'quiet', role: 'status' }, t('loading'));

/** Nobody said when it was published, and we had not looked before: the time is that of our first look. */
const isUndated = (item) => item.published_from === 'guessed' && !item.absent_at;

/** A claimed time, as exact as it is, with our own looks beside it. */
export function timesLine(item) {
  const said = isUndated(item) ? null : item.published_at;
  const interval = item.absent_at
    ? t('seen_between', between(item.absent_at, item.first_seen_at, said)) : t('seen', { t: near(item.first_seen_at, said) });
  return [
    said ? el('time', { datetime: said }, when(said, item.published_precision || 'minute')) : el('span', {}, t('no_date')),
    item.first_seen_at && el('span', { class: 'seen' }, interval),
    flags(item),
  ];
}

/** How well the time of an appearance is known: a letter, whose meaning is said where one points at it. */
export function grade({ time_quality }) {
  const quality = time_quality.toLowerCase();
  return el('span', { class: 'grade g-' + quality, title: t('q_' + quality) }, time_quality, el('span', { class: 'hidden' }, ' — ' + t('q_' + quality)));
}

/** The letter with its meaning beside it. */
export function gradeTold(quality) {
  return [el('span', { class: 'grade g-' + quality.toLowerCase() }, quality), ' ', t('q_' + quality.toLowerCase())];
}

/** Between which looks an appearance came, and beside it what it says itself. */
export function appearedTimes({ appeared_between: [after, before], published_at, published_precision, published_from, document }) {
  // A guessed time is our own look: the publication says nothing.
  const said = (published_from || document?.published_from) !== 'guessed' && published_at;
  const seen = el('span', { title: [after, before].filter(Boolean).join(' — ') }, after ? t('seen_between', between(after, before)) : t('seen', { t: when(before) }));
  const claimed = said && el('span', { class: 'seen' }, t('t_says', { t: when(said, published_precision || document.published_precision) }));
  // Of what was never looked for before, as of an import, our look says least.
  return after ? [seen, claimed] : [claimed, seen];
}

export function flags(item) {
  return [
    item.backdated && el('span', { class: 'flag warn' }, t('backdated')),
    (item.revision > 1) && el('span', { class: 'flag' }, t('changed')),
    item.removed_at && el('span', { class: 'flag bad' }, t('removed')),
  ];
}

export function sourceBadge(source) {
  return el('span', { class: 'source' },
    inLink('/sources/' + encodeURIComponent(source.id), {}, source.name || source.id),
    source.kind && el('span', { class: 'kind' }, t('k_' + source.kind)));
}

/** A diff as pieces of text: `=` both, `-` before, `+` after. `gap` stands between pieces that come without their blanks. */
export function diffText(pieces, gap = '') {
  return el('p', { class: 'diff' }, pieces.map((piece, index) => {
    const words = piece.op === '-' ? el('del', {}, piece.text) : piece.op === '+' ? el('ins', {}, piece.text) : piece.text;
    return index > 0 ? [gap, words] : words;
  }));
}

export const link = (id) => '/document/' + encodeURIComponent(id);
