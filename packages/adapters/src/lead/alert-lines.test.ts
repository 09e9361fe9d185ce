import type { Alert } from "@leadrelay/contracts/alert";
import { alertTypes } from "@leadrelay/contracts/event-type";
import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { readLead } from "./lead-lines.ts";

const alert: Alert = {
  v: 1,
  type: "delivery.dead_lettered",
  happened_at: 1,
  client_id: "cli_1",
  destination: { id: "dst_1", name: "CRM", kind: "make" },
  summary: "3 leads did not reach CRM.",
  what_next: "Mend it, then send again by `leadrelay queue replay --fingerprint f00d`.",
  dead_letters: {
    cause: "refused",
    status_code: 422,
    error: "HTTP 422: no such list",
    fingerprint: "f00d",
    open: 3,
    sample_id: "dl_1",
  },
};
const readAs = (type: Alert["type"], given: Partial<Alert> = {}) =>
  readLead({ event: { ...outgoing().event, type, alert: { ...alert, type, ...given } } });

describe("an alert as people read it", () => {
  test("says what happened to which destination, and what to type next", () => {
    expect(readAs("delivery.dead_lettered")).toEqual({
      title: "Leads did not arrive: CRM",
      what: "Leads did not arrive",
      lines: [
        ["What happened", "3 leads did not reach CRM."],
        ["What next", alert.what_next],
        ["Destination", "CRM (dst_1)"],
        ["It answered", "HTTP 422: no such list"],
        ["One of them", "dl_1"],
      ],
    });
    expect(readAs("destination.down", { dead_letters: null })).toMatchObject({
      title: "Down: CRM",
      lines: { length: 3 },
    });
  });

  test.each(alertTypes)("of type %s is no lead", (type) => {
    const { title, lines } = readAs(type);
    expect(title).toContain("CRM");
    expect(JSON.stringify([title, lines])).not.toContain("Asha");
  });

  test("stays on its lines, whatever an operator calls a destination or a receiver answers", () => {
    const name = "C\r\nR\u001b[31m\u202eM";
    const hostile = readAs("delivery.dead_lettered", {
      destination: { id: "dst_1", name, kind: "make" },
      summary: `${name} is down`,
    });
    for (const text of [hostile.title, ...hostile.lines.flat()]) expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
