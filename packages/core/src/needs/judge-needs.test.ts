import { describe, expect, it } from "vitest";
import { judgeNeeds } from "./judge-needs.ts";
import { needKinds, type Need, type NeedFact, type NeedKind, type Severity } from "./need.ts";

const crm = { id: "dst_crm", name: "CRM" };
const form = { id: "frm_1", name: "Lakeside" };
const check = { state: "problem", message: "The journal is away.", what_to_do: "Start it." } as const;
const fact = (kind: NeedKind, given: Partial<NeedFact> = {}): NeedFact => ({
  kind,
  client_id: "cli_1",
  count: 3,
  since: 100,
  ...given,
});
function needOf(kind: NeedKind, given: Partial<NeedFact> = {}): Need {
  const [need] = judgeNeeds([fact(kind, given)]);
  if (need === undefined) throw new Error("Each fact is a need.");
  return need;
}

it("says of each need whose it is, how many it concerns, since when, and what to do", () => {
  expect(judgeNeeds([fact("destination_down", { destination: crm, is_more: true })])).toEqual([
    {
      kind: "destination_down",
      severity: "problem",
      client_id: "cli_1",
      destination_id: "dst_crm",
      form_id: null,
      count: 3,
      is_more: true,
      since: 100,
      title: "CRM does not answer.",
      detail:
        "3 or more leads wait for it. It is asked again all the time, and what waits goes out by itself once it is back.",
      action: "See what it answers",
      command: "leadrelay destination show dst_crm",
    },
  ]);
  expect(needOf("form_quiet", { form })).toMatchObject({
    form_id: "frm_1",
    destination_id: null,
    is_more: false,
  });
});

it("says the worst first", () => {
  const facts = [fact("quarantined"), fact("dead_letters"), fact("destination_off", { destination: crm })];
  expect(judgeNeeds(facts).map(({ kind }) => kind)).toEqual([
    "destination_off",
    "dead_letters",
    "quarantined",
  ]);
});

describe("how bad it is", () => {
  it.each<[kind: NeedKind, given: Partial<NeedFact>, severity: Severity]>([
    ["destination_off", {}, "problem"],
    ["destination_down", {}, "problem"],
    ["destination_refuses", {}, "problem"],
    ["key_rejected", {}, "problem"],
    ["form_refuses", { of: 3 }, "problem"],
    ["form_refuses", { of: 4 }, "warning"],
    ["form_refuses", {}, "warning"],
    ["form_drops", { of: 3 }, "warning"],
    ["form_quiet", {}, "warning"],
    ["destination_full", { until: null }, "warning"],
    ["destination_full", {}, "warning"],
    ["destination_full", { until: 500 }, "notice"],
    ["destination_holds", {}, "warning"],
    ["dead_letters", {}, "warning"],
    ["sent_to_nobody", {}, "warning"],
    ["unconfirmed", {}, "warning"],
    ["answer_suspect", {}, "warning"],
    ["quarantined", {}, "notice"],
  ])("%s, %o, is a %s", (kind, given, severity) => {
    expect(needOf(kind, given).severity).toBe(severity);
  });

  it.each([
    "journal",
    "databases",
    "sweep",
    "sent_directly",
    "spills",
    "parked_letters",
    "database_sizes",
  ] as const)("%s is as bad as its check says", (kind) => {
    expect(needOf(kind, { check }).severity).toBe("problem");
    expect(needOf(kind, { check: { ...check, state: "warning" } }).severity).toBe("warning");
    expect(needOf(kind).severity).toBe("warning");
  });
});

describe("what a check found is said in its own words", () => {
  it.each<[kind: NeedKind, action: string]>([
    ["journal", "Tell whoever runs it"],
    ["databases", "Tell whoever runs it"],
    ["sweep", "Tell whoever runs it"],
    ["sent_directly", "See what waits"],
    ["spills", "Tell whoever runs it"],
    ["parked_letters", "Tell whoever runs it"],
    ["database_sizes", "Plan another database"],
  ])("%s: %s", (kind, action) => {
    expect(needOf(kind, { check })).toMatchObject({
      title: "The journal is away.",
      detail: "Start it.",
      action,
      command: "leadrelay doctor",
    });
    expect(needOf(kind, { check: { ...check, what_to_do: null } }).detail).toBe("");
  });
});

describe("what is said", () => {
  type Said = Pick<Need, "title" | "detail" | "action" | "command">;
  const ofCrm = (given: Partial<NeedFact> = {}) => ({ destination: crm, ...given });

  it.each<[what: string, kind: NeedKind, given: Partial<NeedFact>, said: Partial<Said>]>([
    [
      "of a form that turns people away",
      "form_refuses",
      { form, of: 9 },
      {
        title: "Lakeside turns people away: 3 of the last 9 posts.",
        detail:
          "Who is turned away is told so and rarely comes back. Most often the form's field names are not those that are expected.",
        action: "See why",
        command: "leadrelay form show frm_1",
      },
    ],
    [
      "of one of which only those are known",
      "form_refuses",
      { form },
      { title: "Lakeside turns people away: 3 of the last 3 posts." },
    ],
    [
      "of a form that drops them",
      "form_drops",
      { form, of: 9 },
      {
        title: "Lakeside dropped 3 of the last 9 posts as a machine's.",
        detail:
          "They filled a field that people do not see. If people do see it on the page, or their browsers fill it, leads are lost.",
        action: "Keep them to look at",
        command: "leadrelay form change frm_1 --honeypot quarantine",
      },
    ],
    [
      "of one that dropped all that are known",
      "form_drops",
      { form },
      { title: "Lakeside dropped 3 of the last 3 posts as a machine's." },
    ],
    [
      "of a quiet form",
      "form_quiet",
      { form, of: 1 },
      {
        title: "Lakeside has gone quiet.",
        detail:
          "About 1 lead should have come since its last. Is the form still on its page, and does it still post?",
        action: "See its last leads",
        command: "leadrelay lead list --form frm_1",
      },
    ],
    [
      "of a destination whose address is gone",
      "destination_off",
      ofCrm({ reason: "gone", count: 0 }),
      {
        title: "CRM was switched off: its address is gone (HTTP 410).",
        detail: "Nothing waits for it now.",
        action: "Give it its new address",
        command: "leadrelay destination change dst_crm --address",
      },
    ],
    [
      "of one that took nothing for days",
      "destination_off",
      ofCrm({ reason: "failing", count: 1 }),
      {
        title: "CRM was switched off: it took nothing for five days.",
        detail: "1 lead waits for it.",
        action: "Mend it and switch it on",
        command: "leadrelay destination enable dst_crm",
      },
    ],
    [
      "of one that is off for another reason",
      "destination_off",
      ofCrm({ reason: "tired", count: 1, is_more: true }),
      { title: "CRM was switched off: it took nothing any more.", detail: "1 or more leads wait for it." },
    ],
    [
      "of one that is off for no reason given",
      "destination_off",
      ofCrm(),
      { title: "CRM was switched off: it took nothing any more." },
    ],
    [
      "of one that somebody switched off",
      "destination_holds",
      ofCrm(),
      {
        title: "CRM is switched off and holds 3 leads.",
        detail: "They go out within a minute once it is switched on.",
        action: "Switch it on",
        command: "leadrelay destination enable dst_crm",
      },
    ],
    [
      "of one that is full for good",
      "destination_full",
      ofCrm(),
      {
        title: "CRM takes no more for now: 3 leads wait.",
        detail: "They wait until it takes more than its limit allows now.",
        action: "See its limits",
        command: "leadrelay destination limits dst_crm",
      },
    ],
    [
      "of one that is full for a while",
      "destination_full",
      ofCrm({ count: 1, until: 500 }),
      {
        title: "CRM takes no more for now: 1 lead waits.",
        detail: "They go out by themselves once there is room, the oldest first.",
      },
    ],
    [
      "of one that refuses",
      "destination_refuses",
      ofCrm(),
      {
        title: "CRM refuses every lead.",
        detail: "3 leads wait for it. It is asked with one at a time until it takes one.",
        action: "See what it answers",
        command: "leadrelay destination show dst_crm",
      },
    ],
    [
      "of one that rejects its key",
      "key_rejected",
      ofCrm({ status_code: 403 }),
      {
        title: "CRM rejects its key (HTTP 403).",
        detail: "3 leads did not arrive for it. Give it the right key, then replay them.",
        action: "Mend the key, then replay",
        command: "leadrelay destination show dst_crm",
      },
    ],
    [
      "of one of which no code is known",
      "key_rejected",
      ofCrm(),
      { title: "CRM rejects its key (HTTP 401)." },
    ],
    [
      "of dead letters",
      "dead_letters",
      {},
      {
        title: "3 dead letters.",
        detail: "They need a person: see why, mend it, and send them again.",
        action: "Look and replay",
        command: "leadrelay dlq causes",
      },
    ],
    [
      "of those of one destination",
      "dead_letters",
      ofCrm({ count: 1 }),
      {
        title: "1 dead letter for CRM.",
        detail: "They need a person: see why, mend it, and send them again.",
      },
    ],
    [
      "of those of one destination that died of one thing",
      "dead_letters",
      ofCrm({ reason: "refused", status_code: 400 }),
      { detail: expect.stringContaining("400") },
    ],
    [
      "of those of all that died of one thing",
      "dead_letters",
      { reason: "refused", status_code: 400 },
      { detail: "They need a person: see why, mend it, and send them again." },
    ],
    [
      "of leads that were not sent",
      "sent_to_nobody",
      { is_more: true },
      {
        title: "3 or more new leads were not sent.",
        detail:
          "No destination took them. Where none takes leads, add one or switch one on; then send them from there.",
        action: "See them",
        command: "leadrelay unsent list --client cli_1 --rule no_destination",
      },
    ],
    ["of one of them", "sent_to_nobody", { count: 1 }, { title: "1 new lead was not sent." }],
    [
      "of what was not confirmed",
      "unconfirmed",
      ofCrm(),
      {
        title: "CRM took 3 leads and did not confirm them.",
        detail: "It must say that it really has them, and did not in time. See there what became of them.",
        action: "See which",
        command: "leadrelay delivery list --destination dst_crm --confirmation unconfirmed",
      },
    ],
    [
      "of one of it",
      "unconfirmed",
      ofCrm({ count: 1 }),
      { title: "CRM took 1 lead and did not confirm it." },
    ],
    [
      "of answers that are doubtful",
      "answer_suspect",
      { destination: { ...crm, kind: "webhook" } },
      {
        title: "CRM answers as it never did.",
        detail:
          "It said that it took the lead, in words that were not seen from it before. That can be a refusal in disguise.",
        action: "Judge the answer",
        command: "leadrelay destination answers dst_crm",
      },
    ],
    [
      "of such answers of a kind that has no rules for them",
      "answer_suspect",
      { destination: { ...crm, kind: "make" } },
      {
        action: "See what it answered",
        command: "leadrelay delivery list --destination dst_crm --status delivered",
      },
    ],
    [
      "of what waits in quarantine",
      "quarantined",
      {},
      {
        title: "3 leads in quarantine wait to be looked at.",
        detail:
          "A field that people do not see was filled. They are kept for 30 days, and sent only if somebody releases them.",
        action: "Look at them",
        command: "leadrelay unsent list --rule quarantined",
      },
    ],
    [
      "of one that waits there",
      "quarantined",
      { count: 1 },
      { title: "1 lead in quarantine waits to be looked at." },
    ],
    [
      "of a destination without a name",
      "answer_suspect",
      {},
      { title: "A destination answers as it never did." },
    ],
  ])("%s", (_what, kind, given, said) => {
    expect(needOf(kind, given)).toMatchObject(said);
  });

  it("is whole sentences and a command, whatever the kind", () => {
    for (const kind of needKinds) {
      const { title, detail, action, command } = needOf(kind, { destination: crm, form, check });
      expect([title, detail]).toEqual([
        expect.stringMatching(/^[\dA-Z].*[.?]$/),
        expect.stringMatching(/^[\dA-Z].*[.?]$/),
      ]);
      expect(action.split(" ").length).toBeLessThanOrEqual(6);
      expect(command).toMatch(/^leadrelay /);
    }
  });
});
