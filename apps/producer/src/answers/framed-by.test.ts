import { compileAllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";
import { expect, test } from "vitest";
import { framedBy } from "./framed-by.ts";

test.each<[string, string[], string]>([
  ["a form that lists no hosts stands on any page", [], "'self' https: http:"],
  [
    "on the hosts that it lists",
    ["shop.example", "a.example"],
    "'self' http://shop.example:* http://a.example:*",
  ],
  ["on all of a domain's", ["*.shop.example"], "'self' http://*.shop.example:*"],
  ["at a port", ["localhost:8789"], "'self' http://localhost:8789"],
  ["and on nothing that would end the directive", ["a;script-src *.b", "x,y.example"], "'self'"],
  ["nor what the directive does not know", ["[::1]:8789"], "'self'"],
])("%s", (_what, hosts, directive) => {
  expect(framedBy(compileAllowedHosts(hosts))).toBe(directive);
});
