import { describe, expect, it } from "vitest";
import { sampleLead, sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import { identityKey, type Identity, type IdentityKind } from "../identity/identity.ts";
import type { KnownLead } from "./facts.ts";
import { matchLead } from "./match-lead.ts";

const minuteMs = 60_000;
const windowMs = 30 * minuteMs;

type Held = [kind: IdentityKind, value: string, lead: KnownLead, under?: Partial<Identity>];

const lead = (id: number, given: Partial<KnownLead> = {}): KnownLead => ({
  ...sampleLead,
  id,
  contact_email: null,
  ...given,
});

interface How {
  isTest?: boolean;
  isGuarded?: boolean;
}

function match(post: Posted, held: readonly Held[], { isTest = false, isGuarded = true }: How = {}) {
  const leads = new Map(
    held.map(([kind, value, known, under]) => [
      identityKey({ client_id: "client", is_test: false, project_key: "", kind, value, ...under }),
      known,
    ]),
  );
  const result = matchLead(sampleSubmission(post), {
    findLead: (key) => leads.get(key),
    duplicateWindowMs: windowMs,
    isGuarded,
    isTest,
  });
  return { lead: result.lead?.id ?? null, by: result.by, ipRejected: result.ipRejected };
}

const nobody = { lead: null, by: null, ipRejected: null };
const email = { email: "a@x.io" };
const phone = { phone: "+91 98765 43210" };
const home = { ip: "203.0.113.7", userAgent: "firefox" };

const everyone: Held[] = [
  ["visitor_id", "v1", lead(1)],
  ["email", "a@x.io", lead(2)],
  ["phone", "+91-9876543210", lead(3)],
  ["ip", "203.0.113.7", lead(4)],
];

describe("a person is found", () => {
  it.each<[string, Posted, number, IdentityKind]>([
    ["by the browser before the e-mail address", { visitor_id: "v1", ...email }, 1, "visitor_id"],
    [
      "by the browser before all the rest",
      { visitor_id: "v1", ...email, ...phone, ...home },
      1,
      "visitor_id",
    ],
    ["by the e-mail address before the phone number", { ...email, ...phone }, 2, "email"],
    ["by the phone number before the IP address", { ...phone, ...home }, 3, "phone"],
    ["by the IP address when nothing better is given", { name: "Asha", ...home }, 4, "ip"],
    ["by the e-mail address when the browser is a new one", { visitor_id: "v2", ...email }, 2, "email"],
    ["by the phone number when the e-mail address is a new one", { email: "b@x.io", ...phone }, 3, "phone"],
    ["by the e-mail address in capitals", { email: "A@X.IO" }, 2, "email"],
    ["by the phone number in another spelling", { phone: "0091 (98765) 43210" }, 3, "phone"],
    [
      "by the phone number from a machine, such as an ad platform",
      { ...phone, channel: "server" },
      3,
      "phone",
    ],
  ])("%s", (_, post, id, by) => {
    expect(match(post, everyone)).toEqual({ lead: id, by, ipRejected: null });
  });

  it.each<[string, Posted, Held[]]>([
    ["who gave nothing that is known", { email: "c@x.io", visitor_id: "v9" }, everyone],
    ["who asks about another project", { ...email, project: "Tower" }, everyone],
    ["who is known on another project only", email, [["email", "a@x.io", lead(1), { project_key: "tower" }]]],
    ["who is known to another client only", email, [["email", "a@x.io", lead(1), { client_id: "other" }]]],
    ["who is known from a test only", email, [["email", "a@x.io", lead(1), { is_test: true }]]],
    ["whose machine shares an address with somebody", { ...home, channel: "server" }, everyone],
    ["whose number another typed as an e-mail address", { phone: "12" }, [["email", "12", lead(1)]]],
  ])("but not one %s", (_, post, held) => {
    expect(match(post, held)).toEqual(nobody);
  });

  it("whose project is spelled with other capitals and blanks", () => {
    const tower: Held[] = [["email", "a@x.io", lead(1), { project_key: "tower" }]];
    expect(match({ ...email, project: " TOWER " }, tower).lead).toBe(1);
  });

  it("from a test only by a test", () => {
    const tested: Held[] = [["email", "a@x.io", lead(1), { is_test: true }]];
    expect(match(email, tested, { isTest: true })).toEqual({ lead: 1, by: "email", ipRejected: null });
  });
});

const at = (known: Partial<KnownLead>): Held[] => [["ip", "203.0.113.7", lead(4, known)]];
const agreeing = { contact_email: "a@x.io", contact_phone: "+91-9876543210", visitor_id: "v1" };

describe("an IP address", () => {
  it.each<[string, Posted, Partial<KnownLead>]>([
    ["in the same minute", {}, {}],
    [
      "a minute after the person's last, half an hour on",
      { receivedAt: windowMs },
      { last_submitted_at: windowMs - minuteMs },
    ],
    ["just inside the duplicate window", { receivedAt: windowMs - 1 }, {}],
    [
      "that arrives late, just inside the window before",
      { receivedAt: 0 },
      { last_submitted_at: windowMs - 1 },
    ],
    ["with an e-mail address where the person gave none", email, {}],
    ["with a phone number where the person gave none", phone, {}],
    ["with a browser id where the person had none", { visitor_id: "v2" }, {}],
    [
      "with a browser id where an earlier version kept a word in its place",
      { visitor_id: "v2" },
      { visitor_id: "undefined" },
    ],
    ["with nothing where the person gave everything", {}, agreeing],
    ["whose person left a word that is no e-mail address", email, { contact_email: "none" }],
    ["who typed a word that is no e-mail address", { email: "nonsense" }, agreeing],
    ["with the same e-mail address in other capitals", { email: "A@x.IO" }, { contact_email: "a@X.io" }],
    ["with the same phone number in another spelling", { phone: "0091 9876543210" }, agreeing],
    ["with the same browser id", { visitor_id: "v1" }, agreeing],
    ["by a person whose name reads otherwise", { name: "Asha" }, { contact_name: "Asha Rao" }],
  ])("vouches for a post %s", (_, post, known) => {
    expect(match({ ...home, ...post }, at(known))).toEqual({ lead: 4, by: "ip", ipRejected: null });
  });

  it.each<[string, Posted, Partial<KnownLead>, string]>([
    ["half an hour later", { receivedAt: windowMs }, {}, "outside_duplicate_window"],
    [
      "that arrives late, from half an hour before",
      { receivedAt: 0 },
      { last_submitted_at: windowMs },
      "outside_duplicate_window",
    ],
    ["from another browser", { userAgent: "chrome" }, {}, "other_user_agent"],
    ["from a browser that does not say what it is", { userAgent: null }, {}, "other_user_agent"],
    ["when neither browser says what it is", { userAgent: null }, { user_agent: null }, "other_user_agent"],
    ["when the person's browser never said what it is", {}, { user_agent: null }, "other_user_agent"],
    ["with another browser id", { visitor_id: "v2" }, { visitor_id: "v1" }, "other_visitor_id"],
    ["with another e-mail address", { email: "b@x.io" }, { contact_email: "a@x.io" }, "other_email"],
    [
      "with another phone number",
      { phone: "+91 91234 56780" },
      { contact_phone: "+91-9876543210" },
      "other_phone",
    ],
    [
      "with a number that cannot be read where the person has another",
      { phone: "12345" },
      { contact_phone: "+91-9876543210" },
      "other_phone",
    ],
    [
      "with a phone number where the person's own cannot be read",
      { phone: "+91 91234 56780" },
      { contact_phone: "12345" },
      "other_phone",
    ],
    [
      "that differs in everything, and says first how old it is",
      { receivedAt: windowMs, userAgent: "chrome", visitor_id: "v2", email: "b@x.io" },
      agreeing,
      "outside_duplicate_window",
    ],
    [
      "with another browser id and e-mail address, and names the stronger",
      { visitor_id: "v2", email: "b@x.io" },
      agreeing,
      "other_visitor_id",
    ],
  ])("does not vouch for a post %s", (_, post, known, ipRejected) => {
    expect(match({ ...home, ...post }, at(known))).toEqual({ lead: null, by: null, ipRejected });
  });

  it("of IPv6 stands for the whole home network it is in", () => {
    const held: Held[] = [["ip", "2001:db8:1:2::/64", lead(4)]];
    expect(match({ ...home, ip: "2001:db8:1:2:aaaa::1" }, held).lead).toBe(4);
    expect(match({ ...home, ip: "2001:db8:1:3:aaaa::1" }, held).lead).toBeNull();
  });

  it("is not even asked when something stronger is known", () => {
    const held: Held[] = [["email", "a@x.io", lead(2)], ...at({})];
    expect(match({ ...home, ...email, userAgent: "chrome" }, held)).toEqual({
      lead: 2,
      by: "email",
      ipRejected: null,
    });
  });
});
