/** As the API's sentences tell a time. */
const told = /\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) UTC\b/g;

/** A sentence of the API, cut where it tells a time: words as they are, times as ms UTC, so that each is shown by the clocks that are looked at. */
export function timesIn(sentence: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const found of sentence.matchAll(told)) {
    const at = Date.parse(`${found[1]}T${found[2]}Z`);
    // A date that there is not stays what it is.
    if (Number.isNaN(at)) continue;
    parts.push(sentence.slice(from, found.index), at);
    from = found.index + found[0].length;
  }
  return [...parts, sentence.slice(from)].filter((part) => part !== "");
}
