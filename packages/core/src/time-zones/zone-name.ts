/** Each knows the short names that are used where its people live, and writes others as GMT+5:30. */
const locales = ["en-US", "en-IN", "en-GB", "en-AU", "en-NZ"];

/** Making one costs milliseconds; an installation has few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostFormatters = 200;

/** What people call a zone at a moment (ms UTC), such as IST, EST or EDT; `GMT+4` where nobody calls it anything. */
export function zoneName(timeZone: string, at: number): string {
  const [first = ""] = locales;
  const found = locales.find((locale) => !/^(?:GMT|UTC)[+-]/.test(nameIn(locale, timeZone, at)));
  return nameIn(found ?? first, timeZone, at);
}

function nameIn(locale: string, timeZone: string, at: number): string {
  const key = `${locale} ${timeZone}`;
  if (formatters.size >= mostFormatters) formatters.clear();
  const formatter =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" });
  formatters.set(key, formatter);
  return formatter.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
