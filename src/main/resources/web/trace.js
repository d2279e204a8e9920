// Where a claim first appeared, with the grounds for saying so.
import { clear, el, inLink, outLink } from './dom.js';
import { post } from './api.js';
import { number, said, t, when } from './i18n.js';
import { appearedTimes, called, diffText, grade, link, problemBox, sourceBadge, spinner } from './parts.js';
import { keep } from './cases.js';

export async function traceView(view, page) {
  document.title = t('nav_trace') + ' — ' + t('brand');
  const subject = ['document', 'url', 'text'].map((name) => [name, page.params.get(name)]).find(([, value]) => value);
  const result = el('div', { class: 'trace', 'aria-live': 'polite' });
  clear(view, form(page, subject), result);
  if (!subject) return;
  clear(result, spinner());
  const answer = await post('/trace', { [subject[0]]: subject[1] }, page.signal);
  clear(result, answer.ok ? told(answer.body, page)
    : [problemBox(answer.problem, () => traceView(view, page)), answer.problem.status === 404 && el('p', {}, t('t_words'))]);
}

function form({ go }, subject) {
  const text = el('textarea', {
    id: 'claim', rows: '4', maxlength: '100000', placeholder: t('t_placeholder'), required: true, 'data-main-input': true,
    value: subject && subject[0] !== 'document' ? subject[1] : '',
  });
  const submit = (event) => {
    event.preventDefault();
    const value = text.value.trim();
    if (value) go('/trace?' + new URLSearchParams({ [/^https?:\/\/\S+$/.test(value) ? 'url' : 'text']: value }));
  };
  text.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); });
  return el('form', { class: 'claim', onsubmit: submit },
    el('h1', {}, t('t_title')), el('label', { for: 'claim', class: 'hidden' }, t('t_label')), text,
    el('p', {}, el('button', { class: 'primary' }, t('t_go'))));
}

function told(trace, { go }) {
  const fault = el('div', { role: 'status' });
  return [
    el('blockquote', { class: 'the-claim' }, shorten(trace.claim, 400)),
    trace.origin ? origin(trace) : el('section', { class: 'origin none' }, el('h2', {}, t('t_none')), el('p', {}, t('t_none_hint'))),
    trace.fact_checks.length > 0 && checks(trace.fact_checks),
    trace.caveats.length > 0 && el('section', { class: 'caveats' }, el('h2', {}, t('t_caveats')), el('ul', {}, trace.caveats.map((caveat) => el('li', {}, caveat)))),
    trace.appearances.length > 0 && appearances(trace),
    trace.variants.length > 1 && variants(trace),
    trace.graph.edges.length > 0 && graph(trace),
    coverage(trace.coverage),
    el('p', { class: 'actions' }, el('button', { type: 'button', onclick: () => keep(trace, go, fault) }, t('ca_new'))), fault,
  ];
}

const shorten = (text, length) => (text.length > length ? text.slice(0, length) + '…' : text);

function origin(trace) {
  const { origin: first } = trace;
  const others = (first.candidates || []).map((id) => trace.appearances.find((one) => one.document.id === id)).filter(Boolean);
  return el('section', { class: 'origin' },
    el('h2', {}, t('t_origin')),
    el('p', { class: 'who' }, sourceBadge(first.document.source), grade(first), appearedTimes(first), gone(first)),
    el('p', { class: 'title' }, inLink(link(first.document.id), {}, called(first.document))),
    passage(first),
    first.ground && el('p', { class: 'ground' }, el('b', {}, t('t_ground') + ': '), first.ground),
    others.length > 0 && el('p', { class: 'ground' }, el('b', {}, t('t_candidates') + ': '), others.map((one, index) => [index > 0 && ', ', inLink(link(one.document.id), {}, one.document.source.name)])),
    el('p', { class: 'counts' }, said(trace.appearances.length, trace.origins)));
}

/** That what was said is not there any more. */
const gone = (one) => !one.current && el('span', { class: 'flag bad' }, one.removed_at ? t('t_gone', { t: when(one.removed_at) }) : t('t_taken_out'));

function passage(appearance) {
  const { passage: quote } = appearance;
  const before = quote.before || '';
  const after = quote.after || '';
  return el('p', { class: 'passage' }, before, el('mark', {}, quote.text), after);
}

/** The kind is said of what weighs for a claim's truth; what only came or went has no arrow. */
const change = (one) => el('span', { class: 'changed c-' + one.kind, title: t('c_' + one.kind) },
  !['wording', 'order'].includes(one.kind) && el('span', { class: 'quiet' }, t('c_' + one.kind), ': '),
  one.kind === 'order' ? '⇄ ' + one.became : [one.was && el('del', {}, one.was), one.was && one.became && ' → ', one.became && el('ins', {}, one.became)]);

function appearances(trace) {
  const names = new Map(trace.appearances.map((one) => [one.document.id, one.document.source.name]));
  return el('section', {}, el('h2', {}, t('t_appearances')), el('ol', { class: 'appearances' }, trace.appearances.map((one) =>
    el('li', { class: one.document.id === trace.origin?.document.id ? 'first' : '' },
      el('p', { class: 'meta' }, appearedTimes(one), grade(one)),
      el('p', { class: 'who' }, sourceBadge(one.document.source), inLink(link(one.document.id), {}, called(one.document))),
      passage(one),
      el('p', { class: 'facts' },
        el('span', { class: 'match m-' + one.match }, t('m_' + one.match)),
        one.passage.refuted && el('span', { class: 'flag warn' }, t('t_refuted')),
        gone(one),
        one.revisions.length > 1 && el('span', { class: 'flag' }, t('t_versions', { n: one.revisions.length })),
        one.document.backdated && el('span', { class: 'flag warn' }, t('backdated')),
        one.changed.slice(0, 4).map(change),
        one.cites.map((cite) => el('span', { class: 'cite ' + cite.how }, '← ', cite.document ? names.get(cite.document) || cite.document : cite.name, ' ',
          el('span', { class: 'quiet' }, t('via_' + cite.via), cite.how === 'inferred' && ` ${Math.round(cite.confidence * 100)} %`))))))));
}

function variants(trace) {
  return el('section', {}, el('h2', {}, t('t_variants')), el('ol', { class: 'variants' }, trace.variants.slice(0, 12).map((one) => el('li', {},
    el('p', { class: 'meta' }, el('time', {}, when(one.at)), inLink(link(one.first), {}, source(trace, one.first)), el('span', { class: 'quiet' }, '× ', number(one.count))),
    one.diff?.length ? diffText(one.diff, ' ') : el('p', {}, one.text), el('p', { class: 'facts' }, one.changed.slice(0, 6).map(change))))));
}

function source(trace, id) {
  const found = trace.appearances.find((one) => one.document.id === id);
  return found ? found.document.source.name : id;
}

/** Two publications of one source are told apart by where their links lead. */
function graph(trace) {
  const place = (id) => inLink(link(id), {}, source(trace, id));
  return el('section', {}, el('h2', {}, t('t_graph')), el('table', { class: 'edges' }, el('tbody', {}, trace.graph.edges.map((edge) => el('tr', { class: edge.how },
    el('td', {}, place(edge.from)), el('td', { class: 'arrow' }, '←'), el('td', {}, edge.named ? edge.to : place(edge.to)),
    el('td', {}, t('how_' + edge.how), ', ', t('via_' + edge.via), edge.how === 'inferred' && `, ${Math.round(edge.confidence * 100)} %`))))));
}

function checks(list) {
  return el('section', { class: 'checks' }, el('h2', {}, t('t_checks')), el('ul', {}, list.map((one) => el('li', {},
    el('b', {}, one.rating), ' — ', one.claim, ' ', el('span', { class: 'quiet' }, one.publisher, one.reviewed_at && ', ' + when(one.reviewed_at, 'day')), ' ', one.url && outLink(one.url, t('original'))))));
}

function coverage(sight) {
  if (!sight || !sight.sources) return null;
  return el('section', { class: 'sight' }, el('h2', {}, t('t_coverage')),
    el('p', {}, t('t_covered', { n: number(sight.sources), m: number(sight.covered) }), sight.from && ` (${when(sight.from)} — ${when(sight.to)})`),
    sight.gaps.length > 0 && el('details', {}, el('summary', {}, t('t_gaps'), ': ', number(new Set(sight.gaps.map((gap) => gap.source)).size)),
      el('ul', {}, sight.gaps.slice(0, 200).map((gap) => el('li', {}, inLink('/sources/' + encodeURIComponent(gap.source), {}, gap.name), ' — ', t('st_' + gap.state), `, ${when(gap.from)} — ${when(gap.to)}`)))));
}
