import {
  trackingParameters,
  type Attribution,
  type TrackingParameter,
} from "@leadrelay/contracts/attribution";
import type { RequestContext } from "@leadrelay/contracts/submission-message";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { pageAddress } from "./page-address.ts";
import { trackingIn } from "./tracking-in.ts";
import { trackingValue } from "./tracking-value.ts";

/**
 * How somebody came: each parameter from the first that tells it of the fields, the page they were on (`page_url`), the page they
 * landed on, where the form knows it, and `Referer`. Without a `page_url` the page is the one that posted.
 */
export function attributionOf(
  fields: SubmissionFields,
  { referrer }: Pick<RequestContext, "referrer">,
): Attribution {
  const told = [fields.page_url, fields.landing_page, referrer, fields.referrer].map((one) =>
    trackingIn(one ?? null, trackingValue),
  );
  const valueOf = (name: TrackingParameter) =>
    trackingValue(name, fields[name] ?? "") ?? told.find((one) => one[name] !== undefined)?.[name] ?? null;
  const posting = pageAddress(referrer);
  const landing = pageAddress(fields.landing_page) ?? pageAddress(fields.page_url) ?? posting;
  return {
    ...(Object.fromEntries(trackingParameters.map((name) => [name, valueOf(name)])) as Record<
      TrackingParameter,
      string | null
    >),
    landing_page: landing,
    referrer: ledThere(pageAddress(fields.referrer) ?? posting, hostOf(landing) ?? hostOf(posting)),
  };
}

/** A page of the site itself led nobody there; where only `Referer` is told it is the page that posted. A path is the site's own. */
const ledThere = (page: string | null, site: string | null): string | null =>
  page === null || page.startsWith("/") || hostOf(page) === site ? null : page;

/** In small letters, without its `www.` and port; null of what names none. */
function hostOf(page: string | null): string | null {
  const [, host = ""] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^\s/?#@]*@)?([^\s/?#:]+)/i.exec(page ?? "") ?? [];
  return host === "" ? null : host.toLowerCase().replace(/^www\./, "");
}
