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
