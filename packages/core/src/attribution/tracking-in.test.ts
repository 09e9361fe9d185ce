import { expect, it } from "vitest";
import { trackingIn } from "./tracking-in.ts";
import { trackingValue } from "./tracking-value.ts";

it.each<[string, string | null, ReturnType<typeof trackingIn>]>([
  [
    "its query",
    "https://a.example/?utm_source=google&utm_medium=cpc",
    { utm_source: "google", utm_medium: "cpc" },
  ],
  ["a part of an address", "/lake?gclid=abc", { gclid: "abc" }],
  ["names in any case", "/?UTM_Source=Google&GCLID=Abc", { utm_source: "Google", gclid: "Abc" }],
  [
    "values that are encoded",
    "/?utm_campaign=lake%20view+two&utm_term=%E5%B1%B1",
    { utm_campaign: "lake view two", utm_term: "山" },
  ],
  ["an encoding that is broken, as it stands", "/?utm_source=100%", { utm_source: "100%" }],
  ["ampersands written as in HTML", "/?a=1&amp;utm_source=google", { utm_source: "google" }],
  [
    "the first that says something",
    "/?utm_source=&utm_source=null&utm_source=a&utm_source=b",
    { utm_source: "a" },
  ],
  ["a query with another in it", "/?u=/x?y&utm_source=a", { utm_source: "a" }],
  ["a value with marks in it", "/?utm_source=a?b", { utm_source: "a?b" }],
  ["one in a fragment, too", "/#utm_source=a#b", { utm_source: "a#b" }],
  ["names with blanks around them", "/?%20utm_source%20=a", { utm_source: "a" }],
  ["a page of one script", "https://a.example/#/lake?utm_source=a", { utm_source: "a" }],
  ["a fragment that is a query", "/#utm_source=a&gclid=b", { utm_source: "a", gclid: "b" }],
  ["its query before its fragment", "/?utm_source=a#utm_source=b", { utm_source: "a" }],
  ["no name it does not know", "/?utm_id=1&source=a&xgclid=b&constructor=c", {}],
  ["no name in its path", "/utm_source=a", {}],
  ["none where it has neither query nor fragment", "utm_source=a", {}],
  ["no name that is broken", "/?utm_amp;source=a", {}],
  ["nothing where there is none", null, {}],
])("an address tells %s", (_, address, expected) => {
  expect(trackingIn(address, trackingValue)).toEqual(expected);
});
