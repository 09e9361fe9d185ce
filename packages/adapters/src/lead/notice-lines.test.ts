import { alertTypes, leadNoticeTypes, type NoticeType } from "@leadrelay/contracts/event-type";
import { noticeSchema, type Notice } from "@leadrelay/contracts/notice";
import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { sampleNotice } from "../../test/sample-notice.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { readLead } from "./lead-lines.ts";

const read = (notice: Notice, payload = samplePayload) =>
  readLead({ event: { ...outgoing(payload).event, type: notice.type, notice } });

describe("a notice as people read it", () => {
  test("of a destination says what happened to which, and what to type next", () => {
    expect(read(sampleNotice("delivery.dead_lettered"))).toEqual({
      title: "Leads did not arrive: CRM",
      what: "Leads did not arrive",
      lines: [
        ["What happened", "Something happened at CRM."],
        ["What next", "Mend it, then send again by `leadrelay queue replay --fingerprint f00d`."],
        ["Destination", "CRM (dst_1)"],
        ["It answered", "HTTP 422: no such list"],
        ["One of them", "6bbde7b5-7fdb-83e9-ab31-475779792369"],
      ],
    });
    expect(read(sampleNotice("destination.down"))).toMatchObject({
      title: "Down: CRM",
      lines: { length: 3 },
    });
  });

  test("of a lead says who it is and how they are reached", () => {
    expect(read(sampleNotice("lead.note_added"))).toMatchObject({
      title: "New note: Asha Rao",
      lines: [
        ["What happened", "Something happened at CRM."],
        ["Note", "Wants three bedrooms."],
        ["Name", "Asha Rao"],
        ["Phone", "+91-9999999999"],
        ["E-mail", "asha@example.com"],
        ["Project", "Lakeside Towers"],
        ["Lead id", expect.any(String)],
        ["What next", expect.any(String)],
        ["Destination", "CRM (dst_1)"],
      ],
    });
    const test_lead = { ...samplePayload, test_lead: "yes" as const };
    expect(read(sampleNotice("lead.replied"), test_lead).title).toBe("TEST: Reply: Asha Rao");
  });

  test.each<[type: NoticeType, label: string, value: string]>([
    ["lead.replied", "They wrote", "Please call me tomorrow."],
    ["lead.crm_activity", "Text", "Called, no answer."],
    ["lead.returned", "Reason", "wrong_number"],
    ["lead.returned", "Note", "Nobody of that name."],
    ["delivery.failing", "It answered", "no answer within 10 seconds"],
    ["delivery.suspect", "It answered", '{"result":"duplicate"}'],
    ["delivery.suspect", "As a rule", '{"result":"ok","id":501}'],
  ])("of %s has under %s: %s", (type, label, value) => {
    expect(read(sampleNotice(type)).lines).toContainEqual([label, value]);
  });

  test.each([...leadNoticeTypes, ...alertTypes])("of type %s is as its schema has it", (type) => {
    const notice = sampleNotice(type);
    expect(noticeSchema.parse(notice)).toEqual(notice);
    expect(read(notice).title).not.toContain(type);
  });

  test.each(alertTypes)("of type %s is no lead", (type) => {
    const { title, lines } = read(sampleNotice(type));
    expect(title).toContain("CRM");
    expect(JSON.stringify([title, lines])).not.toContain("Asha");
  });

  test.each(["lead.note_added", "delivery.dead_lettered"] as const)(
    "of type %s stays on its lines, whatever an operator calls a destination or a stranger writes",
    (type) => {
      const name = "C\r\nR\u001b[31m\u202eM";
      const hostile = read(sampleNotice(type, name), {
        ...samplePayload,
        first_name: name,
        project_name: name,
      });
      for (const text of [hostile.title, ...hostile.lines.flat()])
        expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
    },
  );
});
