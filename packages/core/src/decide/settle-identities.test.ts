import { describe, expect, it } from "vitest";
import { sampleFacts, sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import { identityKey, type Identity, type IdentityKind } from "../identity/identity.ts";
import { identityOf, settleIdentities } from "./settle-identities.ts";
import { openWorkingState } from "./working-state.ts";

const ours = 7;
const other = 3;
const ip = "203.0.113.7";

interface Case {
  post: Posted;
  held?: Partial<Record<string, number>>;
  isNewLead?: boolean;
  matchedBy?: IdentityKind;
  isTest?: boolean;
}

const under = (kind: IdentityKind, value: string, isTest = false): Identity => ({
  client_id: "client",
  is_test: isTest,
  kind,
  value,
  project_key: "",
});

/** `held`: value → lead, as it was read. */
function settle({ post, held = {}, isNewLead = false, matchedBy, isTest = false }: Case) {
  const submission = sampleSubmission(post);
  const identities = new Map<string, number>();
  for (const [kind, value] of Object.entries(submission.contact.identities) as [IdentityKind, string][])
    if (held[value] !== undefined) identities.set(identityKey(under(kind, value)), held[value]);
  const state = openWorkingState(sampleFacts({ identities }));
  const settled = { leadId: ours, isNewLead, matchedBy: matchedBy ?? null, isTest };
  const traces = settleIdentities(submission, settled, state);
  const { identities: given, ipIdentities: pointed, sharedIdentities: shared } = state.finish();
  return {
    traces: traces.map(({ kind, result, lead_id }) => `${kind} ${result} ${lead_id}`),
    given: given.map(({ kind, value, lead_id }) => `${kind} ${value} ${lead_id}`),
    pointed: pointed.map(({ kind, value, lead_id }) => `${kind} ${value} ${lead_id}`),
    shared: shared.map(({ kind, value, lead_id }) => `${kind} ${value} ${lead_id}`),
  };
}

describe("what a person is known under", () => {
  it.each<[string, Case, string[], string[], string[]]>([
    [
      "everything a new lead gives and nobody has becomes its own",
      { post: { visitor_id: "v1", email: "A@x.io", phone: "+91 98765 43210", ip }, isNewLead: true },
      ["visitor_id added 7", "email added 7", "phone added 7", "ip added 7"],
      ["visitor_id v1 7", "email a@x.io 7", "phone +91-9876543210 7"],
      ["ip 203.0.113.7 7"],
    ],
    [
      "a known lead takes what is new of it",
      { post: { email: "a@x.io", phone: "+91 98765 43210" }, held: { "a@x.io": ours }, matchedBy: "email" },
      ["email matched 7", "phone added 7"],
      ["phone +91-9876543210 7"],
      [],
    ],
    [
      "what it was not found by, but has, is the same lead's",
      {
        post: { visitor_id: "v1", email: "a@x.io" },
        held: { v1: ours, "a@x.io": ours },
        matchedBy: "visitor_id",
      },
      ["visitor_id matched 7", "email same_lead 7"],
      [],
      [],
    ],
    [
      "what another person has stays theirs, and is said",
      {
        post: { visitor_id: "v1", email: "b@x.io" },
        held: { v1: ours, "b@x.io": other },
        matchedBy: "visitor_id",
      },
      ["visitor_id matched 7", "email held_by_other_lead 3"],
      [],
      [],
    ],
    [
      "an address is taken over by a new lead",
      { post: { ip }, held: { [ip]: other }, isNewLead: true },
      ["ip added 7"],
      [],
      ["ip 203.0.113.7 7"],
    ],
    [
      "an address that somebody has is not taken over by a known lead",
      { post: { email: "a@x.io", ip }, held: { "a@x.io": ours, [ip]: other }, matchedBy: "email" },
      ["email matched 7", "ip held_by_other_lead 3"],
      [],
      [],
    ],
    [
      "an address that nobody has is given to a known lead",
      { post: { email: "a@x.io", ip }, held: { "a@x.io": ours }, matchedBy: "email" },
      ["email matched 7", "ip added 7"],
      [],
      ["ip 203.0.113.7 7"],
    ],
    [
      "the address a lead was found by is not written again",
      { post: { ip }, held: { [ip]: ours }, matchedBy: "ip" },
      ["ip matched 7"],
      [],
      [],
    ],
    [
      "what cannot be read is nobody's",
      { post: { email: "nonsense", phone: "12" }, isNewLead: true },
      [],
      [],
      [],
    ],
    [
      "a test's identities are its own, whoever has them live",
      { post: { email: "a@x.io" }, held: { "a@x.io": other }, isNewLead: true, isTest: true },
      ["email added 7"],
      ["email a@x.io 7"],
      [],
    ],
  ])("%s", (_, given, traces, identities, pointed) => {
    expect(settle(given)).toMatchObject({ traces, given: identities, pointed });
  });

  it.each<[string, Case, string[]]>([
    [
      "a new lead by what another holds",
      { post: { email: "a@x.io", phone: "+91 98765 43210" }, held: { "a@x.io": other }, isNewLead: true },
      ["email a@x.io 7"],
    ],
    [
      "a known lead by a detail that another holds",
      { post: { visitor_id: "v1", phone: "+91 98765 43210" }, held: { v1: ours, "+91-9876543210": other } },
      ["phone +91-9876543210 7"],
    ],
    ["nobody by what is their own", { post: { email: "a@x.io" }, held: { "a@x.io": ours } }, []],
    [
      "nobody by a browser or an address",
      { post: { visitor_id: "v1", ip }, held: { v1: other, [ip]: other } },
      [],
    ],
  ])("a search finds %s", (_, given, shared) => {
    expect(settle(given).shared).toEqual(shared);
  });

  it("a lead that repeats a shared detail within a batch shares it once", () => {
    const submission = sampleSubmission({ email: "a@x.io" });
    const state = openWorkingState(
      sampleFacts({ identities: new Map([[identityKey(under("email", "a@x.io")), other]]) }),
    );
    const settled = { leadId: ours, isNewLead: false, matchedBy: null, isTest: false };
    for (let post = 0; post < 2; post += 1) settleIdentities(submission, settled, state);
    settleIdentities(submission, { ...settled, leadId: 8 }, state);
    expect(state.finish().sharedIdentities.map(({ lead_id }) => lead_id)).toEqual([ours, 8]);
  });

  it("stands within its client, its project, and live or test", () => {
    const submission = sampleSubmission({ client: "c", project: " Tower " });
    expect(identityOf(submission, "email", "a@x.io", true)).toEqual({
      client_id: "c",
      is_test: true,
      kind: "email",
      value: "a@x.io",
      project_key: "tower",
    });
  });
});
