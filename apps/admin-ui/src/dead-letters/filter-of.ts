import type { Schemas } from "../api.ts";

/** What a replay takes: every open letter of what is looked at, or of one group of it. */
export function filterOf(
  { client, destination }: { client: string | undefined; destination: string | undefined },
  group?: Schemas["DeadLetterGroup"],
): Schemas["ReplayFilter"] & { status: "dead" } {
  if (group === undefined)
    return {
      status: "dead",
      ...(client === undefined ? {} : { client_ids: [client] }),
      ...(destination === undefined ? {} : { destination_ids: [destination] }),
    };
  const { client_id, destination_id, kind, cause, status_code, fingerprint } = group;
  return {
    status: "dead",
    kinds: [kind],
    causes: [cause as NonNullable<Schemas["ReplayFilter"]["causes"]>[number]],
    ...(client_id === null ? {} : { client_ids: [client_id] }),
    ...(destination_id === null ? {} : { destination_ids: [destination_id] }),
    ...(kind === "delivery" ? { status_codes: [status_code ?? 0] } : {}),
    ...(fingerprint === "" ? {} : { fingerprints: [fingerprint] }),
  };
}
