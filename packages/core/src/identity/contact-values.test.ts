import { describe, expect, it } from "vitest";
import { sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import { identityKey, type Identity } from "./identity.ts";
import { projectKey } from "./project-key.ts";

/** As the consumer reads what was posted. */
const read = (post: Posted) => sampleSubmission(post).contact;
const home = { ip: "203.0.113.7" };

describe("contact details as they are kept and sent", () => {
  it("are none where none were given", () => {
    expect(read({})).toEqual({
      name: null,
      email: null,
      emailInvalid: false,
      phone: null,
      phoneInvalid: false,
      identities: {},
    });
  });

  it.each<[string, Posted, object]>([
    ["a name as it was typed", { name: "asha RAO" }, { name: "asha RAO" }],
    [
      "an e-mail address as it was typed",
      { email: "Asha@X.io" },
      { email: "Asha@X.io", emailInvalid: false },
    ],
    [
      "a word that is no address as it was typed, marked",
      { email: "at the desk" },
      { email: "at the desk", emailInvalid: true },
    ],
    [
      "a phone number in its one spelling",
      { phone: "+91 (98765) 43210" },
      { phone: "+91-9876543210", phoneInvalid: false },
    ],
    [
      "a number that cannot be read as it was typed, marked",
      { phone: "12 34" },
      { phone: "12 34", phoneInvalid: true },
    ],
  ])("keep %s", (_, post, expected) => expect(read(post)).toMatchObject(expected));

  it.each<[string, Posted, string]>([
    [
      "the country code typed beside it",
      { country_code: "91", defaultRegion: "US", country: "US" },
      "+91-9876543210",
    ],
    [
      "the form's own country, where no code was typed",
      { defaultRegion: "IN", country: "US" },
      "+91-9876543210",
    ],
    ["the caller's country, where the form has none", { country: "IN" }, "+91-9876543210"],
  ])("read a phone number by %s", (_, post, phone) => {
    expect(read({ phone: "98765 43210", ...post }).phone).toBe(phone);
  });
});

describe("what identifies a person", () => {
  it("is the browser, the e-mail address, the phone number and the address they came from", () => {
    const post = { ...home, visitor_id: "v1", email: "Asha@X.io", phone: "+91 98765 43210" };
    expect(read(post).identities).toEqual({
      visitor_id: "v1",
      email: "asha@x.io",
      phone: "+91-9876543210",
      ip: "203.0.113.7",
    });
  });

  it("of an IPv6 address is the home network", () => {
    expect(read({ ip: "2001:DB8:1:2:3::4" }).identities).toEqual({ ip: "2001:db8:1:2::/64" });
  });

  it.each<[string, Posted]>([
    ["a name", { name: "Asha" }],
    ["a word that is no e-mail address", { email: "n/a" }],
    ["a number that cannot be read", { phone: "12345" }],
    ["a machine's address", { ...home, channel: "server" }],
    ["what is no address", { ip: "unknown" }],
    ["a browser id of more than 256 characters", { visitor_id: `${"v1".repeat(128)}v` }],
    ...["undefined", "null", "NaN", "none", "FALSE", "0", "[object Object]"].map(
      (visitor_id): [string, Posted] => [
        `the browser id ${visitor_id}, which a page's script wrote`,
        { visitor_id },
      ],
    ),
  ])("is not %s", (_, post) => expect(read(post).identities).toEqual({}));

  it.each(["v1".repeat(128), "undefined-1", "xnull", "10", "none of them"])(
    "is the browser id %s",
    (visitor_id) => {
      expect(read({ visitor_id }).identities).toEqual({ visitor_id });
    },
  );
});

describe("one project", () => {
  it.each([
    ["Tower", "tower"],
    ["  TOWER ", "tower"],
    ["Cafe\u0301", "caf\u00e9"],
    ["", ""],
    [undefined, ""],
  ])("typed %j is %j", (typed, key) => expect(projectKey(typed)).toBe(key));
});

describe("one identity", () => {
  const one: Identity = { client_id: "c", is_test: false, kind: "email", value: "a", project_key: "p" };

  it.each<[string, Partial<Identity>]>([
    ["client", { client_id: "d" }],
    ["test or live", { is_test: true }],
    ["kind", { kind: "phone" }],
    ["value", { value: "b" }],
    ["project", { project_key: "q" }],
  ])("is another where the %s is another", (_, other) => {
    expect(identityKey({ ...one, ...other })).not.toBe(identityKey(one));
  });

  it("is the same text for the same parts, and never that of parts cut elsewhere", () => {
    expect(identityKey({ ...one })).toBe(identityKey(one));
    expect(identityKey({ ...one, value: 'a","p' })).not.toBe(identityKey({ ...one, project_key: 'p","p' }));
  });
});
