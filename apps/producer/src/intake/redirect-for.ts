import { textOf, type BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { chooseRedirect } from "@leadrelay/core/redirect/choose-redirect";
import type { EdgeForm } from "../forms/edge-form.ts";

/** Where a browser goes once its submission is taken; a JSON caller is told. */
export function redirectFor(
  headers: Headers,
  { origin, own }: { origin: string | null; own: string },
  form: EdgeForm,
  entries: readonly BodyEntry[],
  /** Of the form's own page, where the post came from there: its visitors know no other of the client's. */
  hostedThanks: string | null,
): string {
  const listed = (header: string | null) => (header === null ? null : form.listedOrigin(header));
  return chooseRedirect({
    hosts: form.hosts,
    next: findNext(entries),
    thankYouUrl: form.thankYouUrl ?? hostedThanks,
    callingOrigin: listed(origin) ?? listed(headers.get("referer")),
    ownPage: `${own}/thank-you`,
  });
}

/** `_next` as names are compared, by itself: every field of every post is looked at. */
const isNext = /^\s*_next\s*$/i;

function findNext(entries: readonly BodyEntry[]): string | undefined {
  for (const [name, value] of entries) {
    if (isNext.test(name) && textOf(value) !== "") return textOf(value);
  }
  return undefined;
}
