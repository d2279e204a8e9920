// The only way this page reads anything: the public API. A problem (RFC 9457) is an answer.
import { language } from './i18n.js';

/** @returns {Promise<{ok: true, body: any} | {ok: false, problem: any}>} */
export async function call(path, { method = 'GET', params = [], body, version, signal } = {}) {
  const query = new URLSearchParams(params).toString();
  let response;
  try {
    response = await fetch('/api/v1' + path + (query ? '?' + query : ''), {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        'Accept-Language': language(),
        Accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    return { ok: false, problem: { status: 0, title: 'offline', errors: [] } };
  }
  if (response.status === 204) return { ok: true, body: null };
  const json = await response.json().catch(() => ({ status: response.status, title: response.statusText }));
  return response.ok ? { ok: true, body: json } : { ok: false, problem: { errors: [], ...json } };
}

export const get = (path, params, signal) => call(path, { params, signal });
export const post = (path, body, signal) => call(path, { method: 'POST', body, signal });
/** `version`: the one that was seen, where a change must name it. */
export const remove = (path, version) => call(path, { method: 'DELETE', version });
