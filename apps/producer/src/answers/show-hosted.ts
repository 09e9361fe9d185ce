import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import type { EdgeForm } from "../forms/edge-form.ts";
import { hostedAt } from "../forms/hosted-at.ts";
import { anyPage, framedBy } from "./framed-by.ts";
import { htmlResponse } from "./html-response.ts";
import { hostedPage, hostedThanks } from "./pages/hosted-page.ts";

const longestAddress = 2_000;

/** It is the form's as it is now, and tells of the one who asks: asked for anew each time, and kept by nobody on the way. */
const caching = "private, no-cache";

/** Browsers hold redirects after the post to this too, and those lead to the client's page, and from there wherever that does. */
const formAction = "'self' https: http:";

/** The page at a form's own address, with where its visitor comes from; null where it has none. */
export function showHosted({ headers, url }: Request, form: EdgeForm): Response | null {
  const hosted = hostedAt(form);
  if (hosted === null) return null;
  const told: [string, string | null][] = [
    ["page_url", url],
    ["referrer", headers.get("referer")],
  ];
  const hidden = told.flatMap(([name, value]): BodyEntry[] =>
    value === null || value.length > longestAddress ? [] : [[name, value]],
  );
  const page = hostedPage({ hosted, mapping: form.mapping, hidden });
  return htmlResponse(
    page,
    200,
    { vary: "Referer" },
    { formAction, framedBy: framedBy(form.hosts), caching },
  );
}

/** What whoever sent it reads; null where the form has no page. */
export function showHostedThanks(form: EdgeForm): Response | null {
  const hosted = hostedAt(form);
  return hosted === null ? null : htmlResponse(hostedThanks(hosted), 200, {}, { framedBy: anyPage, caching });
}
