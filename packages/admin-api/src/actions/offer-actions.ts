import type { z } from "@hono/zod-openapi";
import type { OfferedOperation } from "@leadrelay/contracts/offered-operations";
import { ask } from "@leadrelay/core/explain/ask-who-may";
import type { Stand } from "@leadrelay/core/story/stand";
import type { Access } from "../access/access.ts";
import type { Permission } from "../access/permissions.ts";
import type { actionSchema } from "./action-schema.ts";
import { may, whoHas } from "./whom-to-ask.ts";

type Action = z.input<typeof actionSchema> & { operation: OfferedOperation };

const whole = { field: null, setting: null } as const;

/** What whoever asks may do about where something stands: for each destination that has not got it, the worst first. */
export function offerActions(stand: Stand, clientId: string | null, access: Access): Action[] {
  return offersOf(stand, clientId, (permission) => may(access, permission, clientId));
}

/** Where nothing goes on by itself: what the first offer does is what somebody has to do. */
const needsSomebody: ReadonlySet<Stand["state"]> = new Set(["held", "dead", "dead_letter", "unconfirmed"]);

/** What moves it on, and where that is not the caller's to do, whom to ask. */
export function tellNext(stand: Stand, clientId: string | null, access: Access): string {
  const all = needsSomebody.has(stand.state) ? offersOf(stand, clientId, () => true) : [];
  const first = all.find(({ operation }) => operation !== "testDestination");
  if (first === undefined || stand.next.startsWith("Nothing")) return stand.next;
  const permission = needs[first.operation];
  return may(access, permission, clientId) ? stand.next : ask(whoHas(permission), stand.next);
}

const needs: Readonly<Record<OfferedOperation, Permission>> = {
  retryDelivery: "deliveries:replay",
  cancelDelivery: "deliveries:replay",
  replayDeadLetter: "deliveries:replay",
  discardDeadLetter: "deliveries:replay",
  changeDestination: "config:write",
  testDestination: "config:write",
  unblockIp: "config:write",
};

type May = (permission: Permission) => boolean;

function offersOf(stand: Stand, clientId: string | null, mayDo: May): Action[] {
  const offers = [...(stand.missing ?? [stand])].flatMap((one) => offerAt(one, clientId, mayDo));
  return [
    ...new Map(offers.map((offer) => [`${offer.method} ${offer.path} ${offer.field}`, offer])).values(),
  ];
}

function offerAt(stand: Stand, clientId: string | null, mayDo: May): Action[] {
  return [
    // First, because nothing is sent to a destination that is off.
    ...(mayDo("config:write") ? [...offerSettings(stand), ...offerTest(stand)] : []),
    ...(mayDo("deliveries:replay") ? offerSending(stand) : []),
    // Its path names the address that the answer masks.
    ...(mayDo("config:write") && mayDo("contacts:read") ? offerUnblocking(stand, clientId) : []),
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
    case "skipped":
    case "unconfirmed":
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

/** Where a receiver's answer is what is waited for, or was the end. */
function offerTest({ state, destination_id, destination_state, letter_state, is_failing }: Stand): Action[] {
  const isAsked = is_failing === true || (needsSomebody.has(state) && letter_state !== "discarded");
  if (!isAsked || destination_id === undefined) return [];
  if (destination_state !== "enabled" && destination_state !== "disabled") return [];
  const path = `/api/destinations/${destination_id}/test`;
  return [{ operation: "testDestination", method: "POST", path, ...whole }];
}

function offerUnblocking({ state, cidr }: Stand, clientId: string | null): Action[] {
  if (state !== "blocked" || cidr === undefined || clientId === null) return [];
  const path = `/api/clients/${clientId}/blocked-ips/${encodeURIComponent(cidr)}`;
  return [{ operation: "unblockIp", method: "DELETE", path, ...whole }];
}
