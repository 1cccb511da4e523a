/** What a request asks for. */
export interface Target {
  path: string;
  query: URLSearchParams;
}

/**
 * Reads the target of a request. It takes whatever a caller may send: a parser of addresses would
 * throw, or take what follows two slashes for a host.
 */
export function readTarget(text: string): Target {
  // Callers may send the whole address, as to a proxy.
  const target = text.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target || '/', query: new URLSearchParams() };
  return {
    path: target.slice(0, mark) || '/',
    query: new URLSearchParams(target.slice(mark + 1)),
  };
}
