import { hostedPageAtEdgeSchema, type HostedPageAtEdge } from "@leadrelay/contracts/hosted-page";
import type { EdgeForm } from "./edge-form.ts";

const read = new WeakMap<EdgeForm, HostedPageAtEdge | null>();

/** A form's page, if it has one that this version can read; looked at when somebody opens it, and once. */
export function hostedAt(form: EdgeForm): HostedPageAtEdge | null {
  const known = read.get(form);
  if (known !== undefined) return known;
  const parsed = form.hosted === undefined ? undefined : hostedPageAtEdgeSchema.safeParse(form.hosted);
  const page = parsed?.success === true ? parsed.data : null;
  read.set(form, page);
  return page;
}
