// One publication: what it says, when, how it changed, who copied it, and the saved original.
import { clear, el, inLink, outLink } from './dom.js';
import { get } from './api.js';
import { between, t, when } from './i18n.js';
import { called, diffText, flags, link, problemBox, sourceBadge, spinner, timesLine } from './parts.js';

export async function documentView(view, page) {
  const id = page.parts[0];
  clear(view, spinner());
  const answer = await get('/documents/' + encodeURIComponent(id), [], page.signal);
  if (!answer.ok) {
    document.title = t('brand');
    return clear(view, answer.problem.status === 404 ? [el('h1', {}, t('d_missing')), el('p', {}, inLink('/', {}, t('to_search')))] : problemBox(answer.problem, () => documentView(view, page)));
  }
  const doc = answer.body;
  document.title = (doc.title || doc.url) + ' — ' + t('brand');
  const side = el('aside', { class: 'evidence' }, times(doc), cites(doc));
  const below = el('div', { class: 'below' });
  clear(view, el('article', { class: 'document' },
    el('p', { class: 'meta' }, sourceBadge(doc.source), el('time', { datetime: doc.published_at }, when(doc.published_at, doc.published_precision)), flags(doc)),
    el('h1', {}, called(doc)),
    doc.authors?.length > 0 && el('p', { class: 'authors' }, doc.authors.join(', ')),
    el('p', { class: 'actions' },
      inLink('/trace?' + new URLSearchParams({ document: doc.id }), { class: 'button primary' }, t('trace_this')),
      outLink(doc.url, t('original'), 'button'),
      doc.capture && el('a', { class: 'button', href: `/api/v1/documents/${doc.id}/evidence.zip`, download: `letopis-${doc.id}.zip` }, t('d_evidence'))),
    el('div', { class: 'columns doc' }, el('div', { class: 'text' }, body(doc), below), side)));
  await Promise.all([revisions(below, doc, page), others(below, doc, page, 'copies'), others(below, doc, page, 'similar')]);
  return saved(below, doc);
}

function body(doc) {
  const lead = doc.lead && !doc.body.startsWith(doc.lead) ? [el('p', { class: 'lead' }, doc.lead)] : [];
  return [...lead, ...doc.body.split('\n').filter((line) => line.trim()).map((line) => el('p', {}, line))];
}

function times(doc) {
  const row = (name, value, note) => value && [el('dt', {}, name), el('dd', {}, value, note && el('span', { class: 'quiet' }, note))];
  const origin = `${t('from_' + doc.published_from)}, ${t('p_' + doc.published_precision)}`;
  return el('section', {}, el('h2', {}, t('d_times')), el('dl', { class: 'times' },
    row(t('d_claimed'), when(doc.published_at, doc.published_precision), origin),
    row(t('d_absent'), doc.absent_at ? when(doc.absent_at, 'second') : t('d_absent_none')),
    row(t('d_first_seen'), when(doc.first_seen_at, 'second')),
    row(t('d_modified'), doc.modified_at && when(doc.modified_at)),
    row(t('d_removed'), doc.removed_at && when(doc.removed_at, 'second'))),
  el('p', { class: 'so' }, doc.absent_at ? t('d_interval', between(doc.absent_at, doc.first_seen_at)) : t('d_interval_open', { b: when(doc.first_seen_at) })),
  doc.backdated && el('p', { class: 'so warn' }, t('d_backdated')));
}

function cites(doc) {
  const list = doc.cites || [];
  return el('section', {}, el('h2', {}, t('d_cites')), list.length
    ? el('ul', { class: 'cites' }, list.map((cite) => el('li', {},
      cite.document ? inLink(link(cite.document), {}, cite.title || cite.name || cite.url || cite.document) : cite.url ? outLink(cite.url, cite.name || cite.url) : cite.name,
      el('span', { class: 'quiet' }, ' ', t('via_' + cite.how)))))
    : el('p', { class: 'quiet' }, t('d_no_cites')));
}

async function revisions(place, doc, page) {
  const section = el('section', { class: 'history' }, el('h2', {}, t('d_history')));
  place.append(section);
  const list = [];
  for (let cursor = '0'; cursor;) {
    const answer = await get(`/documents/${doc.id}/revisions`, { cursor }, page.signal);
    if (!answer.ok) return section.append(problemBox(answer.problem));
    list.push(...answer.body.revisions);
    cursor = answer.body.next_cursor;
  }
  if (list.length < 2) return section.append(el('p', { class: 'quiet' }, t('d_no_changes')));
  const shown = el('div', { class: 'change', 'aria-live': 'polite' });
  const pick = async (to) => {
    const changed = await get(`/documents/${doc.id}/diff`, { from: String(to - 1), to: String(to) }, page.signal);
    clear(shown, changed.ok
      ? [changed.body.title.some((piece) => piece.op !== '=') && el('h3', {}, diffText(changed.body.title)), diffText(changed.body.body)]
      : problemBox(changed.problem));
  };
  section.append(el('ol', { class: 'revisions' }, list.map((one) => el('li', {},
    t('d_revision', { n: one.revision }), ' — ', when(one.valid_from, 'second'), !one.valid_to && [' ', el('span', { class: 'flag' }, t('d_current'))], ' ',
    one.revision > 1 && el('button', { type: 'button', onclick: () => pick(one.revision) }, `${one.revision - 1} → ${one.revision}`)))), shown);
  return pick(list[list.length - 1].revision);
}

async function others(place, doc, page, what) {
  const section = el('section', { class: 'others' }, el('h2', {}, t('d_' + what)));
  place.append(section);
  const answer = await get(`/documents/${doc.id}/${what}`, [], page.signal);
  if (!answer.ok) return section.append(problemBox(answer.problem));
  const hits = answer.body.hits.filter((hit) => hit.id !== doc.id);
  return section.append(hits.length
    ? el('ol', { class: 'hits small' }, hits.map((hit) => el('li', {}, el('p', { class: 'meta' }, sourceBadge(hit.source), timesLine(hit)), inLink(link(hit.id), {}, called(hit)))))
    : el('p', { class: 'quiet' }, t(what === 'copies' ? 'd_no_copies' : 'nothing')));
}

/** The saved bytes in a frame that can run nothing; the server sends them inert as well. */
function saved(place, doc) {
  if (!doc.capture || doc.noarchive) return;
  const source = `/api/v1/documents/${doc.id}/snapshot`;
  const frame = el('iframe', { sandbox: true, title: t('d_snapshot'), loading: 'lazy', referrerpolicy: 'no-referrer' });
  const details = el('details', { class: 'saved' }, el('summary', {}, t('d_snapshot')),
    el('p', {}, el('a', { href: source, target: '_blank', rel: 'noopener' }, t('d_snapshot_open')), ' ', el('code', { class: 'digest' }, doc.capture.digest)), frame);
  details.addEventListener('toggle', () => { if (details.open && !frame.src) frame.src = source; });
  place.append(el('section', {}, details));
}
