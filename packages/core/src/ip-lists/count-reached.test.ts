import { expect, it } from "vitest";
import { countReached } from "./count-reached.ts";

const submissions = [
  { lead_id: 1, ip: "203.0.113.7" },
  { lead_id: 1, ip: "203.0.113.9" },
  { lead_id: 2, ip: "203.0.113.7" },
  { lead_id: 3, ip: "203.0.114.7" },
  { lead_id: 4, ip: "2001:db8:1:2::5" },
  { lead_id: 5, ip: "2001:DB8:1:2:0:0:0:6" },
  { lead_id: 6, ip: null },
  { lead_id: 7, ip: "unknown" },
];

it.each([
  ["an address", "203.0.113.7/32", 2, 2],
  ["a network, whose lead posted twice", "203.0.113.0/24", 2, 3],
  ["a wide one", "203.0.0.0/16", 3, 4],
  ["a home's IPv6 network, however an address is written", "2001:db8:1:2::/64", 2, 2],
  ["one where nobody is", "198.51.100.0/24", 0, 0],
])("%s: %s", (_what, cidr, leads, count) => {
  expect(countReached(cidr, submissions)).toEqual({ leads, submissions: count });
});
