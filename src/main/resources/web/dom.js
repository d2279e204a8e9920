// Building nodes. Nothing here or elsewhere assigns innerHTML: text from the archive is hostile.

/** Makes an element. `props`: attributes; `on*` functions are listeners; `class`, `data-*` as written. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  add(node, children);
  return node;
}

/** Appends nodes, strings, and lists of them; leaves out null, undefined, false and ''. */
export function add(node, children) {
  for (const child of children.flat(9)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

export function clear(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&#x2F;': '/' };

function unescape(text) {
  return text.replace(/&(?:lt|gt|amp|quot|#39|#x27|#x2F);/g, (entity) => ENTITIES[entity]);
}

/** A snippet of the API: escaped text with <mark>…</mark> and nothing else. Any other tag stays text. */
export function marked(snippet) {
  const pieces = [];
  for (const [index, piece] of (snippet || '').split(/<\/?mark>/).entries()) {
    if (piece) pieces.push(index % 2 ? el('mark', {}, unescape(piece)) : document.createTextNode(unescape(piece)));
  }
  return pieces;
}

/** An address of the archive is only a link when it is one of the web. */
export function outLink(address, label, cls = '') {
  const safe = /^https?:\/\//i.test(address || '');
  return safe
    ? el('a', { href: address, rel: 'noopener noreferrer external', target: '_blank', class: cls }, label)
    : el('span', { class: cls }, label);
}

export function inLink(href, props, ...children) {
  return el('a', { href, 'data-link': true, ...props }, ...children);
}
