import { expect, it } from "vitest";
import { sampleAttempt } from "../../test/decide-samples.ts";
import { outageNotesOf } from "./outage-notes.ts";

const sent = { direct: { crm: [sampleAttempt()] } };

it.each<[what: string, lived: Parameters<typeof outageNotesOf>[0], event: string | null, notes: string[]]>([
  ["that came while the database was there", { direct: {} }, "lead.created", []],
  ["that was sent, and is the new lead it was sent as", sent, "lead.created", ["sent_while_d1_down"]],
  [
    "that was sent as a new lead, of somebody who is known",
    sent,
    "lead.updated",
    ["sent_while_d1_down", "sent_twice_while_d1_down"],
  ],
  [
    "that was sent as a new lead, and is a repeat that tells nothing",
    sent,
    null,
    ["sent_while_d1_down", "sent_twice_while_d1_down"],
  ],
  [
    "that was sent as what it is",
    { ...sent, direct_event: "lead.reengaged" },
    "lead.reengaged",
    ["sent_while_d1_down"],
  ],
  ["that waited behind one that was sent", { direct: {}, repeats: "s1" }, null, ["repeat_while_d1_down"]],
])("of a submission %s an outage leaves its notes", (_, lived, event, notes) => {
  expect(outageNotesOf(lived, event)).toEqual(notes);
});
