import { expect, it } from "vitest";
import { isPublicAddress } from "./is-public-address.ts";

/** First and last of each block that is not the public internet, IPv4 (RFC 6890 and IANA's registry). */
it.each([
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.0.2.0", "192.0.2.255"],
  ["192.88.99.0", "192.88.99.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["198.51.100.0", "198.51.100.255"],
  ["203.0.113.0", "203.0.113.255"],
  ["224.0.0.0", "239.255.255.255"],
  ["240.0.0.0", "255.255.255.255"],
  ["::", "::1"],
  ["::ffff:8.8.8.8", "::ffff:808:808"],
  ["64:ff9b::8.8.8.8", "64:ff9b:1::1"],
  ["100::", "100::ffff:ffff:ffff:ffff"],
  ["2001::", "2001:0:ffff::1"],
  ["2001:db8::", "2001:db8:ffff::1"],
  ["2002::", "2002:ffff::1"],
  ["3fff::", "3fff:fff::1"],
  ["5f00::", "5f00:ffff::1"],
  ["fc00::", "fdff:ffff::1"],
  ["fe80::", "febf:ffff::1"],
  ["fec0::", "feff:ffff::1"],
  ["ff00::", "ffff::1"],
  ["1fff:ffff::1", "4000::"],
])("%s to %s is not the public internet", (first, last) => {
  expect([first, last].filter(isPublicAddress)).toEqual([]);
});

it.each([
  "1.1.1.1",
  "8.8.8.8",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "223.255.255.255",
])("%s is", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
it.each(["2606:4700:4700::1111", "2a00:1450:4001::1", "3ffe:ffff::1", "3fff:1000::1"])("%s is", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  "",
  "example.com",
  "8.8.8",
  "134744072",
  "0x8.8.8.8",
  "8.8.8.8.",
  "8.8.8.8/32",
  "256.1.1.1",
  "[2606:4700::1]",
  ":::",
])("%j is no address, and so not a public one", (text) => {
  expect(isPublicAddress(text)).toBe(false);
});
