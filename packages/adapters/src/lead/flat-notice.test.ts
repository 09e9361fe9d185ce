import { expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { sampleNotice } from "../../test/sample-notice.ts";
import { usualPayload } from "@leadrelay/core/payload/stored-payload";
import { flatEvent } from "./flat-event.ts";

const flat = (type: "lead.status_changed" | "destination.down", payload = outgoing().event.payload) => {
  const delivery = outgoing(payload);
  return flatEvent({}, { ...delivery, event: { ...delivery.event, type, notice: sampleNotice(type) } });
};

test("a notice about a lead is on one level with it", () => {
  expect(flat("lead.status_changed")).toMatchObject({
    event: "lead.status_changed",
    summary: "Something happened at CRM.",
    change_from: "new",
    change_to: "contacted",
    change_by_name: "Priya",
    destination_id: "dst_1",
    first_name: "Asha Rao",
  });
});

test("a notice about no lead has no fields of one", () => {
  const nobody = usualPayload({ lead_id: 0, type: "destination.down", submission_public_id: "" });
  expect(flat("destination.down", nobody)).not.toHaveProperty("first_name");
  expect(Object.values(flat("destination.down", nobody)).filter((one) => typeof one === "object")).toEqual([
    null,
  ]);
});
