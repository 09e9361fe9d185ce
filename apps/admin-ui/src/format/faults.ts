import type { Problem } from "../api.ts";

/** What a refusal says of each field, by its name behind `prefix`; nothing where it names none. */
export function faultsOf(error: unknown, prefix = ""): Readonly<Record<string, string>> {
  if (typeof error !== "object" || error === null || !("errors" in error)) return {};
  const { errors } = error as Partial<Problem>;
  return Object.fromEntries(
    (errors ?? [])
      .filter(({ field }) => field.startsWith(prefix))
      .map(({ field, detail }) => [field.slice(prefix.length), detail]),
  );
}

/** Whether all that a refusal names is of fields behind `prefix`: then whoever shows those has told it all. */
export function isAllOf(error: unknown, prefix: string): boolean {
  const told = Object.keys(faultsOf(error));
  return told.length > 0 && told.every((field) => field.startsWith(prefix));
}
