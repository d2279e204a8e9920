// Bars over time with uPlot: empty buckets are zeros, unwatched time is hatched, dragging chooses a period.
import uPlot from '/assets/lib/uplot.js';
import { el } from './dom.js';
import { CLOCK, language, number, t, when } from './i18n.js';

const seconds = (text) => Date.parse(text) / 1000;

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function hatch(context) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  pen.strokeStyle = colour('--hatch');
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(0, 8);
  pen.lineTo(8, 0);
  pen.stroke();
  return context.createPattern(tile, 'repeat');
}

/** Shades time by how many of the sources were not watched then: the more of them, the darker. */
function gapShading(coverage) {
  const steps = unwatched(coverage);
  return {
    hooks: {
      drawClear: [(plot) => {
        const { ctx, bbox } = plot;
        ctx.save();
        ctx.beginPath();
        ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
        ctx.clip();
        ctx.fillStyle = hatch(ctx);
        for (const step of steps) {
          const left = plot.valToPos(step.from, 'x', true);
          const right = plot.valToPos(step.to, 'x', true);
          ctx.globalAlpha = 0.25 + 0.75 * step.share;
          ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
        }
        ctx.restore();
      }],
    },
  };
}

/** Stretches of time with the share of sources that were not watched in them. */
function unwatched({ gaps = [], sources = 1 }) {
  const edges = gaps.flatMap((gap) => [[seconds(gap.from), 1], [seconds(gap.to), -1]]).sort((a, b) => a[0] - b[0]);
  const steps = [];
  let open = 0;
  edges.forEach(([at, change], index) => {
    open += change;
    const next = edges[index + 1];
    if (next && open > 0 && next[0] > at) steps.push({ from: at, to: next[0], share: Math.min(1, open / Math.max(1, sources)) });
  });
  return steps;
}

/**
 * @param buckets [{from, to, count}]
 * @param coverage {sources, gaps: [{from, to}]}
 * @param choose called with two Dates when the reader drags over a period
 */
export function timeline(buckets, coverage, choose) {
  const box = el('div', { class: 'chart', role: 'img', 'aria-label': spoken(buckets) });
  const said = el('p', { class: 'chart-said quiet', 'aria-live': 'off' }, t('timeline_hint'));
  const times = buckets.map((bucket) => seconds(bucket.from));
  const counts = buckets.map((bucket) => bucket.count);
  const end = buckets.length ? seconds(buckets[buckets.length - 1].to) : 0;
  const options = {
    width: 600,
    height: 120,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    scales: { x: { range: () => [times[0], end] }, y: { range: (_, min, max) => [0, Math.max(1, max * 1.08)] } },
    series: [{}, {
      stroke: colour('--accent'), fill: colour('--bar'), width: 0, points: { show: false },
      paths: uPlot.paths.bars({ size: [0.86, 160], align: 1 }),
    }],
    axes: [
      // Room for the widest label, a month with its year.
      { stroke: colour('--quiet'), grid: { show: false }, ticks: { stroke: colour('--line') }, space: 95, values: (plot, splits) => splits.map((value) => label(value, splits)) },
      { stroke: colour('--quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, size: 44, space: 18, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6], values: (_, splits) => splits.map((value) => number(value)) },
    ],
    plugins: [gapShading(coverage)],
    hooks: {
      setCursor: [(plot) => {
        const bucket = buckets[plot.cursor.idx];
        said.textContent = bucket ? `${when(bucket.from)} — ${number(bucket.count)}` : t('timeline_hint');
      }],
      setSelect: [(plot) => {
        if (plot.select.width < 4) return;
        const from = plot.posToVal(plot.select.left, 'x');
        const to = plot.posToVal(plot.select.left + plot.select.width, 'x');
        choose(new Date(from * 1000), new Date(to * 1000));
      }],
    },
  };
  requestAnimationFrame(() => {
    if (!box.isConnected || !times.length) return;
    const plot = new uPlot({ ...options, width: box.clientWidth || 600 }, [times, counts], box);
    const watch = new ResizeObserver(() => {
      if (!box.isConnected) watch.disconnect();
      else if (box.clientWidth) plot.setSize({ width: box.clientWidth, height: 120 });
    });
    watch.observe(box);
  });
  return el('figure', { class: 'timeline' }, box, el('figcaption', {}, said));
}

/** What a reader who does not see the bars is told. */
function spoken(buckets) {
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const top = buckets.reduce((best, bucket) => (bucket.count > best.count ? bucket : best), { count: -1 });
  return top.count < 0 ? t('timeline') : `${t('timeline')}: ${number(total)}; max ${number(top.count)}, ${when(top.from)}`;
}

function label(value, splits) {
  const date = new Date(value * 1000);
  const step = splits.length > 1 ? splits[1] - splits[0] : 86400;
  if (step < 86400) {
    const midnight = date.getHours() === 0 && date.getMinutes() === 0;
    return midnight
      ? date.toLocaleDateString(language(), { day: 'numeric', month: 'short' })
      : date.toLocaleTimeString(language(), CLOCK);
  }
  if (step > 300 * 86400) return String(date.getFullYear());
  return step > 27 * 86400
    ? date.toLocaleDateString(language(), { month: 'short', year: 'numeric' })
    : date.toLocaleDateString(language(), { day: 'numeric', month: 'short' });
}
