import * as fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import { candidateCidrs } from "./candidate-cidrs.ts";
import { canonicalCidr } from "./canonical-cidr.ts";
import { identityIp } from "./identity-ip.ts";
import { matchCidr } from "./match-cidr.ts";

const supported = {
  4: fc.integer({ min: 8, max: 32 }),
  6: fc.oneof(
    fc.integer({ min: 4, max: 16 }).map((quarter) => quarter * 4),
    fc.constant(128),
  ),
};
const addressAndLength = fc.oneof(
  fc.tuple(fc.ipV4(), supported[4]),
  fc.tuple(fc.ipV6().filter(isNotMapped), supported[6]),
);

function isNotMapped(ip: string): boolean {
  return !ipaddr.IPv6.parse(ip).isIPv4MappedAddress();
}

describe("candidate networks of an address", () => {
  it("hold every supported network around it, in its canonical spelling", () => {
    fc.assert(
      fc.property(addressAndLength, ([ip, length]) => {
        const canonical = canonicalCidr(`${ip}/${length}`);
        expect(canonical.ok && candidateCidrs(ip).includes(canonical.cidr)).toBe(true);
      }),
    );
  });

  it("all really contain it", () => {
    fc.assert(
      fc.property(addressAndLength, ([ip]) => {
        const address = ipaddr.parse(ip);
        for (const cidr of candidateCidrs(ip)) expect(address.match(ipaddr.parseCIDR(cidr))).toBe(true);
      }),
    );
  });

  it("come narrowest first", () => {
    expect(candidateCidrs("203.0.113.7").slice(0, 2)).toEqual(["203.0.113.7/32", "203.0.113.6/31"]);
    expect(candidateCidrs("2001:db8::1").slice(0, 2)).toEqual(["2001:db8::1/128", "2001:db8::/64"]);
    expect(candidateCidrs("203.0.113.7")).toHaveLength(25);
    expect(candidateCidrs("2001:db8::1")).toHaveLength(14);
  });

  it("of IPv4 inside IPv6 are those of the IPv4 address", () => {
    expect(candidateCidrs("::ffff:203.0.113.7")).toEqual(candidateCidrs("203.0.113.7"));
  });

  it("of anything else are none", () => {
    for (const text of ["", "unknown", "010.1.1.1", "1.2.3", "::g", "1.2.3.4, 5.6.7.8"])
      expect([text, candidateCidrs(text)]).toEqual([text, []]);
  });
});

describe("what an operator types", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7/32"],
    [" 203.0.113.7/24 ", "203.0.113.0/24"],
    ["2001:DB8:0:0::1", "2001:db8::1/128"],
    ["2001:db8:ffff::/32", "2001:db8::/32"],
    ["::ffff:203.0.113.7", "203.0.113.7/32"],
    ["::ffff:203.0.113.7/120", "203.0.113.0/24"],
    ["fe80::1%eth0", "fe80::1/128"],
  ])("%s is stored as %s", (text, cidr) => expect(canonicalCidr(text)).toEqual({ ok: true, cidr }));

  it.each([
    ["203.0.113.0/4", "An IPv4 network can be /8 to /32, not /4"],
    ["203.0.113.0/33", "An IPv4 network can be /8 to /32, not /33"],
    ["2001:db8::/50", "An IPv6 network can be /16 to /64 in steps of 4, or /128, not /50"],
    ["203.0.113.0/-1", "An IPv4 network can be /8 to /32, not /-1"],
    ["203.0.113.0/", "An IPv4 network can be /8 to /32, not /"],
  ])("%s is refused with the sizes there are", (text, error) => {
    expect(canonicalCidr(text)).toEqual({ ok: false, error });
  });

  it("is told what a network looks like, where it is none", () => {
    expect(canonicalCidr("example.com")).toEqual({
      ok: false,
      error: '"example.com" is not an IP address or network such as 203.0.113.7 or 2001:db8::/48',
    });
  });

  it.each(["0x18", "+24", "24e0", "1.6e1", "2 4", "024x"])("a network of /%s is of no size", (length) => {
    expect(canonicalCidr(`203.0.113.0/${length}`)).toEqual({
      ok: false,
      error: `An IPv4 network can be /8 to /32, not /${length}`,
    });
  });

  it.each(["", "example.com", "203.0.113", "203.0.113.0/24/8"])("%s is no network", (text) => {
    expect(canonicalCidr(text)).toMatchObject({ ok: false });
  });

  it("is canonical once and for all", () => {
    fc.assert(
      fc.property(addressAndLength, ([ip, length]) => {
        const once = canonicalCidr(`${ip}/${length}`);
        expect(once.ok && canonicalCidr(once.cidr)).toEqual(once);
      }),
    );
  });
});

describe("an address as an identity", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    [" 203.0.113.7 ", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"],
    ["unknown", null],
  ])("%s is %s", (ip, identity) => expect(identityIp(ip)).toBe(identity));
});

describe("a rule in force", () => {
  const wide = { cidr: "203.0.113.0/24", expires_at: null };
  const narrow = { cidr: "203.0.113.7/32", expires_at: 1000 };

  it("is the narrowest that holds the address", () => {
    expect(matchCidr("203.0.113.7", [wide, narrow], 999)).toBe(narrow);
    expect(matchCidr("203.0.113.8", [wide, narrow], 999)).toBe(wide);
  });

  it("ends when it expires", () => expect(matchCidr("203.0.113.7", [wide, narrow], 1000)).toBe(wide));

  it("is not one for another address", () => {
    expect(matchCidr("198.51.100.1", [wide, narrow], 0)).toBeUndefined();
  });
});
