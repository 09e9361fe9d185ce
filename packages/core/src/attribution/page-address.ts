import { trackingName } from "./tracking-in.ts";

const longestAddress = 500;

/** With a scheme, `https://…` or an app's `android-app://…`; or a path of the site; or a host with one. */
const address = /^(?:[a-z][a-z0-9+.-]*:\/\/\S+|\/\S*|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S*)$/i;

/**
 * A page as it is kept: null for what is no address, such as a person's name in a field called `referrer`. One that is too long loses
 * its fragment and what its query says beside the campaign; what then is too long still is left out, the path last. Stored attributions are read by it: it does not change.
 */
export function pageAddress(typed: string | null | undefined): string | null {
  if (typeof typed !== "string") return null;
  const text = withoutBlanks(typed.replace(/\p{Cc}/gu, "").trim());
  if (!address.test(text)) return null;
  return text.length <= longestAddress ? text : shortened(text);
}

/** A script that writes `location.href` undone may have blanks in its path; none in the host of what is a page. */
const withoutBlanks = (text: string) =>
  /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+[/?#]/i.test(text) ? text.replace(/\s/g, "%20") : text;

function shortened(text: string): string {
  const page = text.replace(/[?#&].*$/s, "");
  let kept = page.slice(0, longestAddress).toWellFormed();
  for (const pair of text.slice(page.length).split(/[?#&]/)) {
    const longer = `${kept}${kept === page ? "?" : "&"}${pair}`;
    if (trackingName(pair.replace(/=.*$/s, "")) !== undefined && longer.length <= longestAddress)
      kept = longer;
  }
  return kept;
}
