import { nearestNames } from "../wording/nearest-names.ts";
import { allowedFilters } from "./allowed-words.ts";
import { RefusedTemplate } from "./refused-template.ts";

/** What is wrong with a template, in words, of what reading or rendering it threw. */
export function saysOf(thrown: unknown): string {
  const error = causeOf(thrown);
  if (error instanceof RefusedTemplate) return error.message;
  // Parts within parts without end, of which the stack has too many.
  if (error instanceof RangeError) return "has too much within itself";
  const message = error instanceof Error ? error.message : "unknown error";
  const [, filter] = /undefined filter: ([^,\s]+)/.exec(message) ?? [];
  if (filter !== undefined)
    return `has the filter ${filter.slice(0, 40)}, which is not allowed${hint(filter)}`;
  if (message.startsWith("memory alloc limit")) return "goes through more text than is allowed";
  return `is no Liquid that we can read: ${message.slice(0, 200)}`;
}

/** What was thrown, without the lines that liquidjs shows of the template. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && "originalError" in error ? error.originalError : error;

function hint(filter: string): string {
  const near = nearestNames(filter, allowedFilters);
  return near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
}
