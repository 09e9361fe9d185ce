const shownCharacters = 4;
/** Of a shorter path the end would give away too much. */
const shortestPath = 20;

/** Enough of a secret address to recognise it by: `https://hook.eu2.make.com/…ab12`. */
export function urlHint(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}/…${pathname.length < shortestPath ? "" : pathname.slice(-shownCharacters)}`;
}
