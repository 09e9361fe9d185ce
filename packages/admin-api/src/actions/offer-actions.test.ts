import { deliveryStatuses } from "@leadrelay/contracts/delivery-status";
import { offeredOperations } from "@leadrelay/contracts/offered-operations";
import type { Stand } from "@leadrelay/core/story/stand";
import { expect, it } from "vitest";
import type { Access } from "../access/access.ts";
import { noScope } from "../access/access.ts";
import { permissions, type Permission } from "../access/permissions.ts";
import { endpoints } from "../endpoints.ts";
import { offerActions } from "./offer-actions.ts";

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
