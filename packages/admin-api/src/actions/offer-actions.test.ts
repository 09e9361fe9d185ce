import { deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { offeredOperations } from "@leadrelay/contracts/offered-operations";
import type { Stand } from "@leadrelay/core/story/stand";
import { expect, it } from "vitest";
import type { Access } from "../access/access.ts";
import { noScope } from "../access/access.ts";
import { permissions, type Permission } from "../access/permissions.ts";
import { endpoints } from "../endpoints.ts";
import { offerActions, tellNext } from "./offer-actions.ts";

const accessOf = (held: readonly Permission[]): Access => ({
  actor: { kind: "key", id: "lrk_1", name: "Key" },
  scope: noScope,
  caller: {
    actor: { kind: "key", id: "lrk_1", name: "Key" },
    grants: [
      {
        agencyId: "agy_1",
        ofInstallation: false,
        agencyWide: false,
        role: null,
        permissions: new Set(held),
        clients: [{ id: "cli_1", database: "DB" }],
      },
    ],
  },
});

/** Wherever something can stand that somebody can move on. */
const stands: Stand[] = [...deliveryStatuses, "dead_letter" as const, "blocked" as const].flatMap((state) =>
  (["enabled", "disabled", "deleted"] as const).flatMap((destination_state) =>
    (["key", "address", undefined] as const).map((mend) => ({
      state,
      sentence: "",
      next: "",
      delivery_id: "dlv_1",
      destination_id: "dst_1",
      destination_state,
      dead_letter_id: "dlt_1",
      letter_state: "open" as const,
      cidr: "203.0.113.0/24",
      ...(mend === undefined ? {} : { mend }),
    })),
  ),
);
const offeredTo = (held: readonly Permission[], clientId = "cli_1") =>
  stands.flatMap((stand) => offerActions(stand, clientId, accessOf(held)));
const needs = new Map(endpoints.map(({ operationId, access }) => [operationId, access]));

it("somebody who may do everything is offered every operation there is to offer", () => {
  expect(new Set(offeredTo(permissions).map(({ operation }) => operation))).toEqual(
    new Set(offeredOperations),
  );
});

it.each(permissions)("without %s nothing is offered that needs it", (lacking) => {
  const held = permissions.filter((one) => one !== lacking);
  for (const { operation } of offeredTo(held)) {
    const access = needs.get(operation);
    expect(access).toEqual({ permission: expect.any(String) });
    expect(access).not.toEqual({ permission: lacking });
  }
});

it("of another's client nothing is offered", () => {
  expect(offeredTo(permissions, "cli_2")).toEqual([]);
});

const held = {
  state: "held",
  sentence: "",
  next: "Enable it.",
  destination_id: "dst_1",
  delivery_id: "dlv_1",
} as const;
const dead = {
  ...held,
  state: "dead",
  next: "Retry it.",
  letter_state: "open",
  dead_letter_id: "dlt_1",
} as const;
const off = { destination_state: "disabled" } as const;
const on = { destination_state: "enabled" } as const;
const reading: Permission[] = ["leads:read", "config:read"];

it.each<[what: string, stand: Stand, held: readonly Permission[], told: string]>([
  ["held, to whoever may switch on", { ...held, ...off }, ["config:write"], "Enable it."],
  [
    "held, to whoever may only send",
    { ...held, ...off },
    ["deliveries:replay"],
    "Ask an owner or admin: Enable it.",
  ],
  ["held, to a reader", { ...held, ...off }, reading, "Ask an owner or admin: Enable it."],
  ["dead, to whoever may send", { ...dead, ...on }, ["deliveries:replay"], "Retry it."],
  [
    "dead, to whoever may change settings",
    { ...dead, ...on },
    ["config:write"],
    "Ask an owner or admin: Retry it.",
  ],
  [
    "dead for a wrong key, to whoever may only send",
    { ...dead, ...on, mend: "key" },
    ["deliveries:replay"],
    "Ask an owner or admin: Retry it.",
  ],
  ["a letter, to a reader", { ...dead, state: "dead_letter" }, reading, "Ask an owner or admin: Retry it."],
  [
    "what goes on by itself, to a reader",
    { ...held, state: "pending", next: "It is sent again." },
    reading,
    "It is sent again.",
  ],
  [
    "what nothing is to be done about, to a reader",
    { ...dead, ...on, next: "Nothing: it is discarded." },
    reading,
    "Nothing: it is discarded.",
  ],
])("what is next of what is %s", (_what, stand, permissionsHeld, told) => {
  expect(tellNext(stand, "cli_1", accessOf(permissionsHeld))).toBe(told);
});

it.each<[what: string, stand: Stand, isOffered: boolean]>([
  ["waits for its first try", { ...held, state: "pending", ...on }, false],
  ["waits after one that failed", { ...held, state: "pending", ...on, is_failing: true }, true],
  ["is held", { ...held, ...off }, true],
  ["is dead", { ...dead, ...on }, true],
  ["was given up", { ...dead, ...on, letter_state: "discarded" }, false],
  ["is dead at a destination that was deleted", { ...dead, destination_state: "deleted" }, false],
  ["arrived", { ...held, state: "delivered", ...on }, false],
])("where something %s a test of its destination is offered, or is not", (_what, stand, isOffered) => {
  const offered = offerActions(stand, "cli_1", accessOf(permissions)).map(({ operation }) => operation);
  expect(offered.includes("testDestination")).toBe(isOffered);
});

it.each<[what: string, stand: Stand, isOffered: boolean]>([
  ["its receiver took for somebody it had", { ...held, state: "skipped", ...on }, true],
  ["that is so at a destination that is off", { ...held, state: "skipped", ...off }, false],
  ["was cancelled", { ...held, state: "cancelled", ...on }, true],
  ["arrived", { ...held, state: "delivered", ...on }, false],
])("where something %s a retry is offered, or is not", (_what, stand, isOffered) => {
  const offered = offerActions(stand, "cli_1", accessOf(permissions)).map(({ operation }) => operation);
  expect(offered.includes("retryDelivery")).toBe(isOffered);
});

it("whom to ask is told of another's client", () => {
  expect(tellNext({ ...held, ...off }, "cli_2", accessOf(permissions))).toBe(
    "Ask an owner or admin: Enable it.",
  );
});
