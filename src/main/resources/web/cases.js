// Claims under review: what was chosen from their traces, notes, a verdict, and what to take away.
import { clear, el, inLink, outLink } from './dom.js';
import { call, get, remove } from './api.js';
import { t, when } from './i18n.js';
import { appearedTimes, called, grade, link, problemBox, sourceBadge, spinner } from './parts.js';

const RATINGS = ['false', 'mostly-false', 'mixed', 'mostly-true', 'true', 'unproven'];
const path = (id) => '/cases/' + encodeURIComponent(id);

export async function casesView(view, page) {
  document.title = t('nav_cases') + ' — ' + t('brand');
  clear(view, el('h1', {}, t('nav_cases')), el('p', { class: 'quiet' }, t('ca_intro')), spinner());
  const answer = await get('/cases', [], page.signal);
  const list = !answer.ok ? problemBox(answer.problem, () => casesView(view, page))
    : answer.body.cases.length === 0 ? el('p', { class: 'empty' }, t('ca_none'))
      : el('ol', { class: 'cases' }, answer.body.cases.map((one) => el('li', {},
        el('p', { class: 'who' }, inLink(path(one.id), {}, one.claim.slice(0, 200))),
        el('p', { class: 'meta' }, el('span', { class: 'flag' }, one.verdict || t('ca_open')), ' ', t('ca_evidence'), ': ', one.appearances, ' ', el('time', {}, when(one.updated_at))))));
  clear(view, el('h1', {}, t('nav_cases')), el('p', { class: 'quiet' }, t('ca_intro')), list);
}

/** Keeps the appearances of a trace that are no mentions; goes to the new case. */
export async function keep(trace, go, place) {
  const appearances = trace.appearances.filter((one) => one.match !== 'mention').slice(0, 200).map((one) => ({
    document: one.document.id, revision: one.revisions[0], field: one.passage.field, start: one.passage.start, end: one.passage.end,
  }));
  const answer = await call('/cases', { method: 'POST', body: { claim: trace.claim, appearances } });
  if (answer.ok) go(path(answer.body.id));
  else clear(place, problemBox(answer.problem, () => keep(trace, go, place)));
}

export async function caseView(view, page) {
  clear(view, spinner());
  const answer = await get(path(page.parts[0]), [], page.signal);
  if (!answer.ok) return clear(view, problemBox(answer.problem, () => caseView(view, page)));
  return form(view, page, answer.body);
}

function form(view, page, kept, saved = false) {
  document.title = kept.claim.slice(0, 60) + ' — ' + t('brand');
  const field = (name, key, value, tag = 'input', props = {}) => {
    const input = el(tag, { id: 'case-' + name, value: value || '', ...props });
    return [input, el('label', { for: 'case-' + name }, t(key)), input];
  };
  const [claim, ...claimField] = field('claim', 't_claim', kept.claim, 'textarea', { rows: '2', required: true, maxlength: '100000' });
  const [notes, ...notesField] = field('notes', 'ca_notes', kept.notes, 'textarea', { rows: '4', maxlength: '50000' });
  const rating = el('select', { id: 'case-rating' }, el('option', { value: '' }, t('ca_open')), RATINGS.map((one) => el('option', { value: one, selected: kept.verdict?.rating === one }, t('ra_' + one))));
  const [label, ...labelField] = field('label', 'ca_label', kept.verdict?.label, 'input', { maxlength: '200' });
  const [explanation, ...explanationField] = field('explanation', 'ca_explanation', kept.verdict?.explanation, 'textarea', { rows: '3', maxlength: '50000' });
  const [author, ...authorField] = field('author', 'ca_author', kept.review.author, 'input', { maxlength: '200' });
  const [url, ...urlField] = field('url', 'ca_url', kept.review.url, 'input', { type: 'url', placeholder: 'https://' });
  const chosen = kept.appearances.map((one) => ({ one, box: el('input', { type: 'checkbox', checked: true }), note: el('input', { value: one.note, maxlength: '2000', placeholder: t('ca_note'), 'aria-label': t('ca_note') }) }));
  const said = el('div', { role: 'status' }, saved && t('ca_saved'));
  const draft = () => ({
    claim: claim.value, lang: kept.lang, notes: notes.value,
    appearances: chosen.filter(({ box }) => box.checked).map(({ one, note }) => ({ document: one.document, revision: one.revision, field: one.field, start: one.start, end: one.end, ...(note.value ? { note: note.value } : {}) })),
    ...(rating.value ? { verdict: { rating: rating.value, label: label.value, explanation: explanation.value } } : {}),
    review: { author: author.value, ...(kept.review.author_url ? { author_url: kept.review.author_url } : {}), ...(url.value ? { url: url.value } : {}) },
  });
  const save = async (event) => {
    event.preventDefault();
    const answer = await call(path(kept.id), { method: 'PUT', body: draft(), version: kept.version });
    if (answer.ok) form(view, page, answer.body, true);
    else clear(said, problemBox(answer.problem), answer.problem.status === 412 && el('button', { type: 'button', onclick: () => caseView(view, page) }, t('ca_reload')));
  };
  const drop = async () => {
    if (!window.confirm(t('ca_confirm'))) return;
    const answer = await remove(path(kept.id), kept.version);
    if (answer.ok) page.go('/cases');
    else clear(said, problemBox(answer.problem));
  };
  clear(view, el('h1', {}, t('ca_title')), el('form', { class: 'case', onsubmit: save },
    claimField, el('h2', {}, t('ca_evidence')), el('ol', { class: 'evidence' }, chosen.map(evidence)), notesField,
    el('label', { for: 'case-rating' }, t('ca_rating')), rating, labelField, explanationField, authorField, urlField,
    el('p', { class: 'actions' }, el('button', { class: 'primary' }, t('ca_save')),
      inLink('/trace?' + new URLSearchParams({ text: kept.claim }), { class: 'button' }, t('ca_again')),
      kept.verdict && el('a', { class: 'button', href: '/api/v1' + path(kept.id) + '/claim-review.json', download: 'claim-review.json' }, 'ClaimReview'),
      el('a', { class: 'button', href: '/api/v1' + path(kept.id) + '/evidence.zip' }, t('d_evidence')),
      el('button', { type: 'button', class: 'danger', onclick: drop }, t('w_delete'))),
    kept.verdict && !(kept.review.author && kept.review.url) && el('p', { class: 'quiet' }, t('ca_missing')), said));
}

function evidence({ one, box, note }) {
  if (one.gone) return el('li', {}, el('label', {}, box, ' ', el('code', {}, one.document)), ' ', el('span', { class: 'flag bad' }, t('ca_gone')));
  return el('li', {},
    el('p', { class: 'who' }, el('label', {}, box, ' ', el('span', { class: 'hidden' }, t('ca_keep'))), sourceBadge(one.source), inLink(link(one.document), {}, called(one)), ' ', outLink(one.url, t('original'))),
    el('p', { class: 'meta' }, grade(one), appearedTimes(one), one.removed_at && el('span', { class: 'flag bad' }, t('removed'))),
    el('p', { class: 'passage' }, el('mark', {}, one.text)), note);
}
