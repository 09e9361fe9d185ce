import type { z } from "@hono/zod-openapi";
import type { OfferedOperation } from "@leadrelay/contracts/offered-operations";
import type { Stand } from "@leadrelay/core/story/stand";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { Access } from "../access/access.ts";
import { computeScope } from "../access/compute-scope.ts";
import type { Permission } from "../access/permissions.ts";
import type { actionSchema } from "./action-schema.ts";

type Action = z.input<typeof actionSchema> & { operation: OfferedOperation };

const whole = { field: null, setting: null } as const;

/** What whoever asks may do about where something stands: for each destination that has not got it, the worst first. */
export function offerActions(stand: Stand, clientId: string | null, access: Access): Action[] {
  const offers = [...(stand.missing ?? [stand])].flatMap((one) => offerAt(one, clientId, access));
  return [
    ...new Map(offers.map((offer) => [`${offer.method} ${offer.path} ${offer.field}`, offer])).values(),
  ];
}

function offerAt(stand: Stand, clientId: string | null, { caller }: Access): Action[] {
  const may = (permission: Permission) => {
    const scope = computeScope(caller?.grants ?? [], permission);
    return scope !== undefined && isInScope(scope, clientId);
  };
  return [
    // First, because nothing is sent to a destination that is off.
    ...(may("config:write") ? offerSettings(stand) : []),
    ...(may("deliveries:replay") ? offerSending(stand) : []),
    // Its path names the address that the answer masks.
    ...(may("config:write") && may("contacts:read") ? offerUnblocking(stand, clientId) : []),
  ];
}

function offerSending({ state, ...stand }: Stand): Action[] {
  const delivery = `/api/deliveries/${stand.delivery_id}`;
  const letter = `/api/dead-letters/${stand.dead_letter_id}`;
  // Refused where the destination is not there, or off.
  const retry: Action[] =
    stand.destination_state === "enabled"
      ? [{ operation: "retryDelivery", method: "POST", path: `${delivery}/retry`, ...whole }]
      : [];
  const cancel: Action = {
    operation: "cancelDelivery",
    method: "POST",
    path: `${delivery}/cancel`,
    ...whole,
  };
  const replay: Action = {
    operation: "replayDeadLetter",
    method: "POST",
    path: `${letter}/replay`,
    ...whole,
  };
  const discard: Action = {
    operation: "discardDeadLetter",
    method: "POST",
    path: `${letter}/discard`,
    ...whole,
  };
  switch (state) {
    case "dead":
      return stand.letter_state === "open" ? [...retry, discard] : retry;
    case "cancelled":
      return retry;
    case "pending":
      return stand.is_due === true ? [cancel] : [...retry, cancel];
    case "held":
      return [...retry, cancel];
    case "dead_letter":
      return [replay, discard];
    case "in_flight":
    case "delivered":
    case "confirmed":
    case "skipped":
    case "nothing_to_send":
    case "blocked":
    case "quarantined":
    case "released":
    case "spilled":
    case "waiting_for_storage":
    case "payload_kept":
    case "parked":
    case "replayed":
    case "discarded":
      return [];
  }
}

const waitsForDestination: ReadonlySet<Stand["state"]> = new Set([
  "held",
  "dead",
  "cancelled",
  "dead_letter",
]);

function offerSettings({ state, destination_id, destination_state, mend }: Stand): Action[] {
  if (destination_id === undefined || !waitsForDestination.has(state)) return [];
  const change = {
    operation: "changeDestination",
    method: "PATCH",
    path: `/api/destinations/${destination_id}`,
  } as const;
  const isThere = destination_state === "enabled" || destination_state === "disabled";
  return [
    ...(mend !== undefined && isThere ? [{ ...change, field: "settings", setting: mend } as const] : []),
    ...(destination_state === "disabled" ? [{ ...change, field: "enabled", setting: null } as const] : []),
  ];
}

function offerUnblocking({ state, cidr }: Stand, clientId: string | null): Action[] {
  if (state !== "blocked" || cidr === undefined || clientId === null) return [];
  const path = `/api/clients/${clientId}/blocked-ips/${encodeURIComponent(cidr)}`;
  return [{ operation: "unblockIp", method: "DELETE", path, ...whole }];
}
