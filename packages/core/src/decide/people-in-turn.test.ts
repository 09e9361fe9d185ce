import { expect, test } from "vitest";
import { crm, decide, hourMs, minuteMs } from "../../test/decide-posts.ts";
import { sampleFacts, sampleForm, type Posted } from "../../test/decide-samples.ts";

const anna = { name: "Anna Rao", email: "anna@x.example", phone: "+91 98765 43210" };
const bob = { name: "Bob Singh", email: "bob@y.example", phone: "+91 91234 56780" };
const cem = { name: "Cem Kaya", email: "cem@z.example", phone: "+90 532 123 45 67" };
const bobAtAnnas = { ...bob, email: anna.email };
const bobOnAnnas = { ...bob, phone: anna.phone };
const cemOnAnnas = { ...cem, phone: anna.phone };
const byMail = ({ name, email }: typeof anna) => ({ name, email });
const byPhone = ({ name, phone }: typeof anna) => ({ name, phone });
const nameless = ({ email, phone }: typeof anna) => ({ email, phone });

/** From one browser, a day later, at one address. */
const on = <One extends Posted>(post: One) => ({
  ...post,
  visitor_id: "3f0c9a52-9d0e-4b0e-8a7e-2f6f3d1b7c11",
});
const later = (post: Posted) => ({ ...post, receivedAt: 25 * hourMs });
const at = (post: Posted, ip = "203.0.113.7", userAgent = "firefox") => ({ ...post, ip, userAgent });

/**
 * Posts in their order, and what became of each: the lead, counted from 0, and whether the CRM heard of it as created, updated or
 * re-engaged, or not at all. Without a second one the guard changes nothing.
 */
type History = [what: string, posts: Posted[], guarded: string, unguarded?: string];

const oneBrowser: History[] = [
  ["two people", [on(anna), on(bob)], "0c 1c", "0c 0u"],
  ["the same two in the other order", [on(bob), on(anna)], "0c 1c", "0c 0u"],
  ["two people twice", [on(anna), on(bob), on(anna), on(bob)], "0c 1c 0- 1-", "0c 0u 0- 0-"],
  ["three people, the third twice", [on(anna), on(bob), on(cem), on(cem)], "0c 1c 2c 2-", "0c 0u 0u 0-"],
  ["two who give an address each", [on(byMail(anna)), on(byMail(bob))], "0c 1c", "0c 0u"],
  ["two who give a number each", [on(byPhone(anna)), on(byPhone(bob))], "0c 1c", "0c 0u"],
  ["two who give no name", [on(nameless(anna)), on(nameless(bob))], "0c 1c", "0c 0u"],
  ["one who gives an address, then a number", [on(byMail(anna)), on(byPhone(anna))], "0c 0u"],
  ["a name alone differs, where one detail is told of each", [on(byMail(anna)), on(byPhone(bob))], "0c 0u"],
  [
    "an address alone differs, where no more is told",
    [on({ email: anna.email }), on({ email: bob.email })],
    "0c 0u",
  ],
  ["one corrects the number", [on(anna), on({ ...anna, phone: bob.phone })], "0c 0u"],
  ["one corrects the address", [on(anna), on({ ...anna, email: "anna.rao@x.example" })], "0c 0u"],
  ["one corrects the name", [on(anna), on({ ...anna, name: "Zoe" })], "0c 0-"],
  ["one corrects name and number", [on(anna), on({ ...anna, name: "Zoe", phone: bob.phone })], "0c 0u"],
  ["one corrects name and address", [on(anna), on({ ...anna, name: "Zoe", email: bob.email })], "0c 0u"],
  [
    "one corrects address and number, each in a post",
    [on(anna), on({ ...anna, email: bob.email }), on({ ...bob, name: anna.name })],
    "0c 0u 0u",
  ],
  ["address and number are others at once", [on(anna), on({ ...bob, name: anna.name })], "0c 1c", "0c 0u"],
  [
    "one goes back to the number of before",
    [on(anna), on({ ...anna, phone: bob.phone }), on(anna)],
    "0c 0u 0-",
  ],
  [
    "one is known by an address of before, under another name",
    [on(anna), on({ ...anna, email: "new@x.example" }), on({ ...anna, name: "Q" })],
    "0c 0u 0-",
  ],
  [
    "the second corrects the address",
    [on(anna), on(bob), on({ ...bob, email: "b@y.example" })],
    "0c 1c 1u",
    "0c 0u 0u",
  ],
  [
    "the second corrects the number",
    [on(anna), on(bob), on({ ...bob, phone: "+91 90000 12345" })],
    "0c 1c 1u",
    "0c 0u 0u",
  ],
  ["the second tells the address alone", [on(anna), on(bob), on(byMail(bob))], "0c 1c 1-", "0c 0u 0-"],
  ["another a day later", [on(anna), later(on(bob))], "0c 1c", "0c 0r"],
  [
    "two, and each a day later",
    [on(anna), on(bob), later(on(anna)), later(on(bob))],
    "0c 1c 0r 1r",
    "0c 0u 0r 0-",
  ],
  ["one corrects the number a day later", [on(anna), later(on({ ...anna, phone: bob.phone }))], "0c 0r"],
  [
    "another whose post was slower",
    [on({ ...anna, receivedAt: 100 }), on({ ...bob, receivedAt: 50 })],
    "0c 1c",
    "0c 0u",
  ],
  ["two projects", [on({ ...anna, project: "Lake" }), on({ ...anna, project: "Hill" })], "0c 1c"],
];

const oneDetail: History[] = [
  ["a couple's address", [anna, bobAtAnnas], "0c 1c", "0c 0u"],
  ["a couple's address, in the other order", [bobAtAnnas, anna], "0c 1c", "0c 0u"],
  ["a couple's address, each twice", [anna, bobAtAnnas, anna, bobAtAnnas], "0c 1c 0- 1-", "0c 0u 0- 0-"],
  ["a couple's address and number", [anna, { ...anna, name: "Vikram" }], "0c 0-"],
  ["a couple's address, no number of the second's", [anna, { name: "Vikram", email: anna.email }], "0c 0-"],
  ["a couple's address and family name", [anna, { ...bobAtAnnas, name: "Vikram Rao" }], "0c 0u"],
  [
    "a couple's address and a form of address",
    [
      { ...anna, name: "Mrs Anna" },
      { ...bobAtAnnas, name: "Mrs Bina" },
    ],
    "0c 1c",
    "0c 0u",
  ],
  ["a desk's number, three people", [anna, bobOnAnnas, cemOnAnnas], "0c 1c 2c", "0c 0u 0u"],
  [
    "a desk's number, three people twice",
    [anna, bobOnAnnas, cemOnAnnas, cemOnAnnas, bobOnAnnas, anna],
    "0c 1c 2c 2- 1- 0-",
    "0c 0u 0u 0- 0- 0-",
  ],
  [
    "a desk's number, an extension each",
    [
      { ...anna, phone: "+1 212 555 0100 x101" },
      { ...bob, phone: "+1 212 555 0100 ext 102" },
    ],
    "0c 1c",
    "0c 0u",
  ],
  ["a number, no address", [byPhone(anna), { name: bob.name, phone: anna.phone }], "0c 0-"],
  [
    "a number in another spelling",
    [byPhone(anna), { name: anna.name, phone: "098765 43210", defaultRegion: "IN" }],
    "0c 0-",
  ],
  [
    "a number that is nobody's",
    [
      { ...anna, phone: "+91 9999999999" },
      { ...bob, phone: "+91 9999999999" },
    ],
    "0c 1c",
  ],
  [
    "an address that is nobody's",
    [
      { ...anna, email: "test@test.com" },
      { ...bob, email: "test@test.com" },
    ],
    "0c 1c",
  ],
  ["an address in other letters", [byMail(anna), { email: "ANNA @ X.example" }], "0c 0-"],
  ["an address as a link", [byMail(anna), { email: "mailto:anna@x.example" }], "0c 0-"],
  [
    "an address, and numbers that cannot be read",
    [
      { ...anna, phone: "98765 4321O" },
      { ...bobAtAnnas, phone: "91234 5678O" },
    ],
    "0c 1c",
    "0c 0-",
  ],
  [
    "a project in other letters",
    [
      { ...anna, project: "Lake View" },
      { ...anna, project: " lake view " },
    ],
    "0c 0-",
  ],
];

const oneAddress: History[] = [
  ["an address, then another's number", [at(byMail(anna)), at(byPhone(bob))], "0c 1c", "0c 0u"],
  ["an address, then a number, no names", [at({ email: anna.email }), at({ phone: bob.phone })], "0c 0u"],
  ["an address, then the same person's number", [at(byMail(anna)), at(byPhone(anna))], "0c 0u"],
  ["another browser", [at(byMail(anna)), at(byPhone(anna), "203.0.113.7", "chrome")], "0c 1c"],
  ["another e-mail address", [at(byMail(anna)), at({ ...byMail(anna), email: "q@x.example" })], "0c 1c"],
  ["too late", [at(byMail(anna)), { ...at(byPhone(anna)), receivedAt: 31 * minuteMs }], "0c 1c"],
  [
    "one home's network",
    [at({ email: anna.email }, "2001:db8:1:2::5"), at({ phone: anna.phone }, "2001:db8:1:2:aa::9")],
    "0c 0u",
  ],
  ["the second's number", [at(byMail(anna)), at(byMail(bob)), at(byPhone(bob))], "0c 1c 1u"],
  [
    "machines",
    [
      { ...at(byMail(anna)), channel: "server" },
      { ...at(byPhone(anna)), channel: "server" },
    ],
    "0c 1c",
  ],
];

function told(posts: readonly Posted[], identity_guard: boolean) {
  const forms = new Map([["form", { ...sampleForm, identity_guard }]]);
  const { plan } = decide(posts, sampleFacts({ ...crm, forms }));
  const leads = [...new Set(plan.submissions.map(({ lead_id }) => lead_id))];
  return plan.submissions
    .map(({ public_id, lead_id }) => {
      const event = plan.events.find(({ submission_public_id }) => submission_public_id === public_id);
      const isSent = plan.deliveries.some(({ event_id }) => event_id === event?.id);
      return `${leads.indexOf(lead_id)}${isSent ? event?.type.slice("lead.".length)[0] : "-"}`;
    })
    .join(" ");
}

const rows = (histories: readonly History[]) =>
  histories.map(
    ([what, posts, guarded, unguarded = guarded]) => [what, { posts, guarded, unguarded }] as const,
  );

test.each([
  ...rows(oneBrowser).map(([what, history]) => [`from one browser: ${what}`, history] as const),
  ...rows(oneDetail).map(([what, history]) => [`with one detail: ${what}`, history] as const),
  ...rows(oneAddress).map(([what, history]) => [`at one IP address: ${what}`, history] as const),
])("%s", (_what, { posts, guarded, unguarded }) => {
  expect(told(posts, true)).toBe(guarded);
  expect(told(posts, false)).toBe(unguarded);
});
