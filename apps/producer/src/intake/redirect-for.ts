import { textOf, type BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { chooseRedirect } from "@leadrelay/core/redirect/choose-redirect";
import type { EdgeForm } from "../forms/edge-form.ts";
import { requestAddress } from "../request/request-address.ts";

/** Where a browser goes once its submission is taken; a JSON caller is told. */
export function redirectFor(request: Request, form: EdgeForm, entries: readonly BodyEntry[]): string {
  return chooseRedirect({
    hosts: form.hosts,
    next: findNext(entries),
    thankYouUrl: form.thankYouUrl,
    callingOrigin: listedHeader(request, "origin", form) ?? listedHeader(request, "referer", form),
    ownPage: `${requestAddress(request.url).origin}/thank-you`,
  });
}

function listedHeader({ headers }: Request, name: "origin" | "referer", form: EdgeForm): string | null {
  const header = headers.get(name);
  return header === null ? null : form.listedOrigin(header);
}

/** `_next` as names are compared, by itself: every field of every post is looked at. */
const isNext = /^\s*_next\s*$/i;

function findNext(entries: readonly BodyEntry[]): string | undefined {
  for (const [name, value] of entries) {
    if (isNext.test(name) && textOf(value) !== "") return textOf(value);
  }
  return undefined;
}
