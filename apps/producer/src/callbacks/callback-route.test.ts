import { expect, test } from "vitest";
import { callbackRoute } from "./callback-route.ts";

test.each([
  ["/callbacks/make/6bbde7b5-7fdb-83e9-ab31-475779792369", "make", "6bbde7b5-7fdb-83e9-ab31-475779792369"],
  ["/callbacks/make/abc/", "make", "abc"],
  ["/callbacks/crm/cbk_0123456789abcdef", "link", "cbk_0123456789abcdef"],
  ["/callbacks/crm/cbk_0123456789abcdef/", "link", "cbk_0123456789abcdef"],
  ["/callbacks/crm/cbk_1/activity", "activity", "cbk_1"],
  ["/callbacks/crm/cbk_1/outcome/", "outcome", "cbk_1"],
  ["/callbacks/twilio/dst_1", "twilio", "dst_1"],
])("%s is a door", (path, door, id) => {
  expect(callbackRoute(path)).toEqual({ door, id });
});

test.each([
  "/callbacks",
  "/callbacks/",
  "/callbacks/make",
  "/callbacks/make/",
  "/callbacks/make/a/activity",
  "/callbacks/crm/a/won",
  "/callbacks/crm/a/activity/b",
  "/callbacks/twilio/a b",
  "/callbacks/hubspot/a",
  "/x/callbacks/make/a",
  `/callbacks/make/${"a".repeat(101)}`,
])("%s is none", (path) => {
  expect(callbackRoute(path)).toBeUndefined();
});
