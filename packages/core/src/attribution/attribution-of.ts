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
  return {
    ...(Object.fromEntries(trackingParameters.map((name) => [name, valueOf(name)])) as Record<
      TrackingParameter,
      string | null
    >),
    landing_page: pageAddress(fields.landing_page) ?? pageAddress(fields.page_url) ?? posting,
    referrer: pageAddress(fields.referrer) ?? posting,
  };
}
