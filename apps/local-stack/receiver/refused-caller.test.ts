import { expect, test } from "vitest";
import { refusedCaller } from "./refused-caller.ts";

const here = "127.0.0.1:8789";
const opened = { host: here, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

test.each<[string, string, Record<string, string>]>([
  ["a Worker or curl", "POST", { host: here }],
  ["a client that forgets", "DELETE", { host: here }],
  ["the name of this machine", "POST", { host: "localhost:8789" }],
  ["its name in capitals", "POST", { host: "LOCALHOST:8789", origin: "http://localhost:8789" }],
  ["its address of version 6", "POST", { host: "[::1]:8789" }],
  ["another port that leads here", "POST", { host: "127.0.0.1:9999" }],
  ["its own page", "POST", { host: here, origin: `http://${here}`, "sec-fetch-site": "same-origin" }],
  ["an address that a person types", "GET", { ...opened, "sec-fetch-site": "none" }],
  ["a thank-you page, from the producer's port", "GET", { ...opened, "sec-fetch-site": "same-site" }],
  ["a page that somebody's link opens", "GET", { ...opened, "sec-fetch-site": "cross-site" }],
])("answers %s", (_what, method, headers) => {
  expect(refusedCaller({ method, headers })).toBeNull();
});

test.each<[string, string, Record<string, string>]>([
  ["no Host", "GET", {}],
  ["an empty Host", "GET", { host: "" }],
  ["a Host that is none", "GET", { host: "a b" }],
  ["a name that was made to lead here", "GET", { ...opened, host: "evil.example:8789" }],
  ["a name that only begins like ours", "GET", { host: "127.0.0.1.nip.io:8789" }],
  ["a name that only ends like ours", "GET", { host: "evil.localhost:8789" }],
  ["a Host behind a user's name", "GET", { host: "127.0.0.1@evil.example" }],
  ["a user's name before the Host", "GET", { host: "evil.example@127.0.0.1" }],
  ["a Host with a path", "GET", { host: "127.0.0.1/evil.example" }],
  ["the address of all interfaces", "POST", { host: "0.0.0.0:8789" }],
  ["this machine's address outside", "POST", { host: "192.168.1.7:8789" }],
  ["another site's page", "POST", { host: here, origin: "https://evil.example" }],
  ["another local server's page", "POST", { host: here, origin: "http://127.0.0.1:3000" }],
  ["a page at its other name", "POST", { host: here, origin: "http://localhost:8789" }],
  ["a page over https", "POST", { host: here, origin: `https://${here}` }],
  ["a page that hides where it is from", "POST", { host: here, origin: "null" }],
  ["what another page loads", "GET", { host: here, "sec-fetch-site": "cross-site" }],
  ["what another port's page loads", "GET", { host: here, "sec-fetch-site": "same-site" }],
  ["another site's form", "POST", { ...opened, "sec-fetch-site": "cross-site" }],
  ["another site's frame", "GET", { ...opened, "sec-fetch-dest": "iframe", "sec-fetch-site": "cross-site" }],
])("does not answer %s", (_what, method, headers) => {
  expect(refusedCaller({ method, headers })).toContain("The demo receiver");
});
