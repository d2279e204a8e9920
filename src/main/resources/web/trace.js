// Where a claim first appeared, with the grounds for saying so.
import { clear, el, inLink, outLink } from './dom.js';
import { post } from './api.js';
import { number, offset, said, t, when } from './i18n.js';
import { appearedTimes, called, diffText, grade, gradeTold, link, problemBox, sourceBadge } from './parts.js';
import { keep } from './cases.js';
import { check } from './factchecks.js';

/** What does not fit into the address of a request is kept behind its `#`, which no server is sent. */
const LONGEST_QUERY = 4000;

const SUBJECTS = ['document', 'url', 'text'];

/** The address of a trace: it can be reloaded and sent on, however long the claim is. With an instant it leads to the answer of then. */
export function traceLink(name, value, asOf) {
  const asked = new URLSearchParams({ [name]: value, ...(asOf && { as_of: asOf }) }).toString();
  return '/trace' + (asked.length > LONGEST_QUERY ? '#' : '?') + asked;
}

export async function traceView(view, page) {
  document.title = t('nav_trace') + ' — ' + t('brand');
  const given = [page.params, new URLSearchParams(location.hash.slice(1))];
  const subject = given.flatMap((params) => SUBJECTS.map((name) => [name, params.get(name)])).find(([, value]) => value);
  const asOf = given.map((params) => params.get('as_of')).find(Boolean);
  const status = el('p', { class: 'hidden', role: 'status' });
  const result = el('div', { class: 'trace', tabindex: '-1' });
  clear(view, form(page, subject), status, result);
  if (!subject) return;
  const stop = waiting(result, status, page.signal);
  const answer = await post('/trace', { [subject[0]]: subject[1], as_of: asOf }, page.signal).finally(stop);
  // Who sends this address on, or comes back to it, means this answer.
  if (answer.ok) history.replaceState(null, '', traceLink(...subject, answer.body.as_of));
  clear(status, answer.ok && summary(answer.body));
  clear(result, answer.ok ? [asOf && then(answer.body, subject), ...told(answer.body, subject, page)]
    : [refused(answer.problem, page, view), answer.problem.status === 404 && el('p', {}, t('t_words'))]);
  if (answer.ok) document.title = `${shorten(answer.body.claim, 60)} — ${t('nav_trace')} — ${t('brand')}`;
  // The form was drawn anew: without this the keyboard would start again at the top of the page.
  if (document.activeElement === document.body) result.focus({ preventScroll: true });
}

/** What cannot be traced is told in words: the form has one field, whose name in the API nobody asked for. */
function refused(problem, page, view) {
  const own = problem.status === 400 && problem.errors?.every((fault) => fault.parameter === '/text');
  return own ? el('section', { class: 'problem', role: 'alert' }, problem.errors.map((fault) => el('p', {}, fault.message)))
    : problemBox(problem, () => traceView(view, page));
}

/** Says that it is at work, and for how long; the seconds are for the eye only. */
function waiting(place, status, signal) {
  const begun = performance.now();
  const seconds = el('span', { 'aria-hidden': 'true' });
  clear(status, t('t_wait'));
  clear(place, el('p', { class: 'quiet wait' }, t('t_wait'), ' ', seconds));
  const tick = setInterval(() => {
    const passed = Math.round((performance.now() - begun) / 1000);
    if (passed > 1) clear(seconds, t('t_wait_seconds', { n: passed }), passed > 8 && [' ', t('t_wait_long')]);
  }, 1000);
  const stop = () => clearInterval(tick);
  signal.addEventListener('abort', stop);
  return stop;
}

function form({ go }, subject) {
  const text = el('textarea', {
    id: 'claim', rows: subject ? '2' : '4', placeholder: t('t_placeholder'), required: true, 'data-main-input': true,
    value: subject && subject[0] !== 'document' ? subject[1] : '',
  });
  const submit = (event) => {
    event.preventDefault();
    const value = text.value.trim();
    if (value) go(traceLink(/^https?:\/\/\S+$/i.test(value) ? 'url' : 'text', value));
  };
  text.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); });
  return el('form', { class: 'claim', onsubmit: submit },
    el('h1', {}, t('t_title')), el('label', { for: 'claim', class: 'hidden' }, t('t_label')), text,
    el('p', {}, el('button', { class: 'primary' }, t('t_go'))));
}

function told(trace, subject, page) {
  const asked = subject[0] === 'text' && subject[1].trim() === trace.claim;
  return [
    // On paper the form, which has the claim as it was asked, is left out.
    el('blockquote', { class: asked ? 'the-claim on-paper' : 'the-claim' }, shorten(trace.claim, 400)),
    trace.origin ? origin(trace) : none(trace),
    actions(trace, page),
    trace.fact_checks.length > 0 && checks(trace.fact_checks),
    trace.caveats.length > 0 && el('section', { class: 'caveats' }, el('h2', {}, t('t_caveats')), el('ul', {}, trace.caveats.map((caveat) => el('li', {}, caveat)))),
    trace.appearances.length > 0 && appearances(trace),
    trace.variants.length > 1 && variants(trace),
    trace.graph.edges.length > 0 && graph(trace),
    coverage(trace.coverage),
  ];
}

/** That the answer is of an instant that was asked for. */
const then = (trace, subject) => el('p', { class: 'as-of' }, t('t_as_of', { t: when(trace.as_of), z: offset(trace.as_of) }), ' ', inLink(traceLink(...subject), {}, t('t_anew')));

const shorten = (text, length) => (text.length > length ? text.slice(0, length) + '…' : text);

/** How many say it, how many only speak of it, and how many did not take it from another. */
function summary(trace) {
  const mentions = trace.appearances.filter((one) => one.match === 'mention');
  const denials = mentions.filter((one) => one.passage.refuted).length;
  return said(trace.appearances.length - mentions.length, denials, mentions.length - denials, trace.origins);
}

function none(trace) {
  const some = trace.appearances.length > 0;
  return el('section', { class: 'origin none' }, el('h2', {}, t(some ? 't_none_itself' : 't_none')), some && el('p', { class: 'counts' }, summary(trace)),
    el('p', {}, t('t_none_hint'), ' ', inLink('/?' + new URLSearchParams({ q: shorten(trace.claim, 500), match: 'most' }), {}, t('t_none_search'))));
}

function origin(trace) {
  const { origin: first } = trace;
  const others = (first.candidates || []).map((id) => trace.appearances.find((one) => one.document.id === id)).filter(Boolean);
  const { sources, covered } = trace.coverage;
  return el('section', { class: 'origin' },
    el('h2', {}, t('t_origin')),
    el('p', { class: 'who' }, sourceBadge(first.document.source), appearedTimes(first), gone(first)),
    el('p', { class: 'title' }, inLink(link(first.document.id), {}, called(first.document))),
    passage(first),
    first.ground && el('p', { class: 'ground' }, el('b', {}, t('t_ground') + ': '), first.ground),
    el('p', { class: 'ground' }, el('b', {}, t('t_quality') + ': '), gradeTold(first.time_quality)),
    others.length > 0 && el('p', { class: 'ground' }, el('b', {}, t('t_candidates') + ': '), others.map((one, index) => [index > 0 && ', ', inLink(link(one.document.id), {}, one.document.source.name)])),
    sources > 0 && el('p', { class: 'ground' }, el('b', {}, t('t_sight') + ': '), t('t_covered', { n: number(sources), m: number(covered) })),
    el('p', { class: 'counts' }, summary(trace)));
}

/** What can be done with the answer, and what it is the answer of. */
function actions(trace, { go }) {
  const fault = el('div', { role: 'status' });
  const made = trace.as_of;
  const copy = async () => {
    const text = plain(trace, made);
    // Away from loopback without TLS, or when the reader says no, there is no clipboard: the text is shown instead.
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    clear(fault, copied ? el('p', { class: 'quiet' }, t('t_copied')) : el('textarea', { class: 'plain-text', readonly: true, rows: '12', 'aria-label': t('t_copy'), value: text }));
  };
  return [
    el('p', { class: 'actions' },
      el('button', { type: 'button', onclick: () => keep(trace, go, fault) }, t('ca_new')),
      trace.appearances.length > 0 && el('button', { type: 'button', onclick: copy }, t('t_copy')),
      el('span', { class: 'quiet' }, t('t_made', { t: when(made), z: offset(made) }))),
    fault,
  ];
}

/** The answer as lines of text, for a letter or a note. */
function plain(trace, made) {
  const line = (one, index) => [`${index + 1}. ${when(one.best_time)}`, one.document.source.name, t('m_' + one.match) + (one.passage.refuted ? ', ' + t('t_refuted') : ''), one.document.url].join(' — ');
  const { origin: first } = trace;
  return [
    `${t('t_claim')}: ${trace.claim}`,
    first && `${t('t_origin')}: ${first.document.source.name}, ${when(first.best_time)}, ${first.document.url}`,
    first && `${t('t_ground')}: ${first.ground}`,
    summary(trace),
    ...trace.appearances.map(line),
    ...trace.caveats.map((caveat) => '! ' + caveat),
    `${t('t_made', { t: when(made), z: offset(made) })}: ${location.href}`,
  ].filter(Boolean).join('\n');
}

/** That what was said is not there any more. */
const gone = (one) => !one.current && el('span', { class: 'flag bad' }, one.removed_at ? t('t_gone', { t: when(one.removed_at) }) : t('t_taken_out'));

function passage(appearance) {
  const { passage: quote } = appearance;
  const before = quote.before || '';
  const after = quote.after || '';
  return el('p', { class: 'passage' }, before, el('mark', {}, quote.text), after);
}

const weighty = (one) => !['wording', 'order'].includes(one.kind);

const matched = (one) => one.passage.refuted ? el('span', { class: 'flag bad' }, t('t_refuted')) : el('span', { class: 'match m-' + one.match }, t('m_' + one.match));

/** What the letters say, of those that are there. */
function grades(trace) {
  const found = [...new Set(trace.appearances.map((one) => one.time_quality))].sort();
  return el('p', { class: 'quiet legend' }, found.map((quality) => el('span', {}, gradeTold(quality))));
}

/** The kind is said of what weighs for a claim's truth; what only came or went has no arrow. */
const change = (one) => el('span', { class: 'changed c-' + one.kind, title: t('c_' + one.kind) },
  weighty(one) && el('span', { class: 'quiet' }, t('c_' + one.kind), ': '),
  one.kind === 'order' ? '⇄ ' + one.became : [one.was && el('del', {}, one.was), one.was && one.became && ' → ', one.became && el('ins', {}, one.became)]);

function appearances(trace) {
  const names = new Map(trace.appearances.map((one) => [one.document.id, one.document.source.name]));
  return el('section', {}, el('h2', {}, t('t_appearances')), grades(trace), el('ol', { class: 'appearances' }, trace.appearances.map((one) =>
    el('li', { class: one.document.id === trace.origin?.document.id ? 'first' : '' },
      el('p', { class: 'meta' }, appearedTimes(one), grade(one)),
      el('p', { class: 'who' }, sourceBadge(one.document.source), inLink(link(one.document.id), {}, called(one.document)), one.current && outLink(one.document.url, t('original'), 'out')),
      passage(one),
      el('p', { class: 'facts' }, matched(one),
        gone(one),
        one.revisions.length > 1 && el('span', { class: 'flag' }, t('t_versions', { n: one.revisions.length })),
        one.document.backdated && el('span', { class: 'flag warn' }, t('backdated')),
        one.match !== 'mention' && one.changed.slice(0, 4).map(change),
        one.cites.map((cite) => el('span', { class: 'cite ' + cite.how }, '← ', cite.document ? names.get(cite.document) || cite.document : cite.name, ' ', how(cite))))))));
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

const how = (cite) => el('span', { class: 'quiet' }, t('via_' + cite.via), cite.how === 'inferred' && `, ${t('t_likely', { n: Math.round(cite.confidence * 100) })}`);

/**
 * Who has it from whom, as a tree: each publication stands under the latest of those it has it from, and names
 * the others. Whom it names and this trace does not have is a root of its own.
 */
function graph(trace) {
  const places = new Map(trace.appearances.map((one, index) => [one.document.id, index]));
  const under = new Map();
  const told = new Set();
  const add = (parent, entry) => under.set(parent, [...(under.get(parent) || []), entry]);
  for (const one of trace.appearances) {
    const inside = one.cites.filter((cite) => places.get(cite.document) < places.get(one.document.id)).sort((a, b) => places.get(b.document) - places.get(a.document));
    const outside = one.cites.filter((cite) => cite.name && !places.has(cite.document));
    const [from, ...more] = [...inside, ...outside];
    if (!from) continue;
    told.add(one.document.id);
    if (from.document) told.add(from.document);
    add(from.document || 'name ' + from.name, { one, from, more });
  }
  const also = (more) => more.length > 0 && el('span', { class: 'quiet' }, t('t_also'), ' ', more.map((cite) => (cite.document ? source(trace, cite.document) : cite.name)).join(', '));
  const branch = (key) => under.has(key) && el('ul', {}, under.get(key).map(({ one, from, more }) => el('li', {}, node(one, how(from), also(more)), branch(one.document.id))));
  const roots = trace.appearances.filter((one) => told.has(one.document.id) && ![...under.values()].flat().some((entry) => entry.one === one));
  return el('section', {}, el('h2', {}, t('t_graph')), el('ul', { class: 'tree' },
    roots.map((one) => el('li', {}, node(one), branch(one.document.id))),
    [...under.keys()].filter((key) => key.startsWith('name ')).map((key) => el('li', {}, el('span', { class: 'node' }, el('b', {}, key.slice(5)), ' ', el('span', { class: 'quiet' }, t('t_outside'))), branch(key)))));
}

const node = (one, ...more) => el('span', { class: 'node' }, inLink(link(one.document.id), {}, one.document.source.name), ' ',
  el('time', { datetime: one.best_time }, when(one.best_time)), ' ', matched(one), ' ', one.match !== 'mention' && one.changed.filter(weighty).slice(0, 2).map(change), ' ', more);

function checks(list) {
  return el('section', { class: 'checks' }, el('h2', {}, t('t_checks')), el('ul', {}, list.map(check)));
}

function coverage(sight) {
  if (!sight || !sight.sources) return null;
  return el('section', { class: 'sight' }, el('h2', {}, t('t_coverage')),
    el('p', {}, t('t_covered', { n: number(sight.sources), m: number(sight.covered) }), sight.from && ` (${when(sight.from)} — ${when(sight.to)})`),
    sight.gaps.length > 0 && el('details', {}, el('summary', {}, t('t_gaps'), ': ', number(new Set(sight.gaps.map((gap) => gap.source)).size)),
      el('ul', {}, sight.gaps.slice(0, 200).map((gap) => el('li', {}, inLink('/sources/' + encodeURIComponent(gap.source), {}, gap.name), ' — ', t('st_' + gap.state), `, ${when(gap.from)} — ${when(gap.to)}`)))));
}
