/** Where in our own pages an address leads: its path, search and hash; the front page for one of anywhere else, however it is written. */
export function ownPath(to: string | undefined, origin: string): string {
  const url = to === undefined ? null : URL.parse(to, origin);
  return url === null || url.origin !== origin
    ? "/"
    : url.pathname.replace(/^\/+/, "/") + url.search + url.hash;
}
