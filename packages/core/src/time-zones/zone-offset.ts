/** Making a formatter costs a thousand times as much as using one; an installation has few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostFormatters = 100;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  if (formatters.size >= mostFormatters) formatters.clear();
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, made);
  return made;
}

/** Since then clocks change at full minutes alone: Liberia's odd seconds ended in 1972. */
const evenSinceMs = Date.UTC(1980, 0, 1);
const minuteMs = 60_000;

/** Offsets by zone and minute: the limits of a batch's destinations ask for the same few again and again. */
const known = new Map<string, number>();
const mostKnown = 1_000;

/**
 * How far a zone's clocks are ahead of UTC at this moment (both ms). Summer time is in it, half hours too.
 * @param timeZone an IANA name; throws a RangeError for any other
 */
export function zoneOffset(timeZone: string, at: number): number {
  if (at < evenSinceMs) return askedOffset(timeZone, at);
  const minute = Math.floor(at / minuteMs);
  const key = `${timeZone} ${minute}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const offset = askedOffset(timeZone, minute * minuteMs);
  if (known.size >= mostKnown) known.clear();
  known.set(key, offset);
  return offset;
}

function askedOffset(timeZone: string, at: number): number {
  const seconds = Math.floor(at / 1000) * 1000;
  const shown = formatterOf(timeZone).format(seconds);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
    shown.match(/\d+/g)?.map(Number) ?? [];
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}
