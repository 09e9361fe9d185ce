import { expect, it } from "vitest";
import { refused } from "./refusals.ts";

const ids = { destination_id: "dst_1", delivery_id: "dlv_1", dead_letter_id: "dlt_1" };

it.each([
  ["destination_disabled", ids, "enable it first (`leadrelay destination enable dst_1`)."],
  ["under_way", ids, "wait for how that ends (`leadrelay delivery show dlv_1`)."],
  ["delivered", ids, "The receiver has it already (`leadrelay delivery show dlv_1`)."],
  ["dead", ids, 'discard its dead letter instead (`leadrelay dlq discard dlt_1 --reason "…"`).'],
  ["cancelled", ids, "never to be sent (`leadrelay delivery show dlv_1`)."],
  ["settled", ids, "replayed or discarded before (`leadrelay dlq show dlt_1`)."],
  ["settled", { dead_letter_id: null }, "replayed or discarded before."],
  ["erased", ids, "What would be sent was erased."],
] as const)("what stays as it is because it is %s leads on", (reason, named, told) => {
  expect(refused(reason, named).problem).toMatchObject({
    status: 409,
    detail: expect.stringContaining(told),
  });
});
