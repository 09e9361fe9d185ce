import type { Attribution } from "@leadrelay/contracts/attribution";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { expect, it } from "vitest";
import { attributionOf } from "./attribution-of.ts";

const lake = "https://www.example.com/lake";

it.each<[string, SubmissionFields, string | null, Partial<Attribution>]>([
  ["a field tells it", { utm_source: "google" }, null, { utm_source: "google" }],
  ["page_url tells it", { page_url: `${lake}?utm_source=google` }, null, { utm_source: "google" }],
  ["Referer tells it", {}, `${lake}?utm_source=google`, { utm_source: "google" }],
  ["the page the form says they landed on tells it", { landing_page: "/?gclid=a" }, null, { gclid: "a" }],
  ["the page the form says they came from tells it", { referrer: "/?gclid=a" }, null, { gclid: "a" }],
  [
    "a field counts before page_url",
    { utm_source: "meta", page_url: `${lake}?utm_source=google` },
    null,
    { utm_source: "meta" },
  ],
  [
    "page_url counts before the landing page and Referer",
    { page_url: "/?utm_source=a", landing_page: "/?utm_source=b" },
    "/?utm_source=c",
    { utm_source: "a" },
  ],
  [
    "the landing page counts before Referer",
    { landing_page: "/?utm_source=b" },
    "/?utm_source=c",
    { utm_source: "b" },
  ],
  [
    "Referer counts before a field that says so",
    { referrer: "/?utm_source=d" },
    "/?utm_source=c",
    { utm_source: "c" },
  ],
  [
    "each parameter is asked for itself",
    { utm_source: "meta", page_url: `${lake}?utm_campaign=launch` },
    `${lake}?utm_campaign=other&gclid=abc`,
    { utm_source: "meta", utm_campaign: "launch", gclid: "abc" },
  ],
  [
    "what says nothing is passed over",
    { utm_source: "{{utm_source}}", page_url: `${lake}?utm_source=undefined` },
    `${lake}?utm_source=google`,
    { utm_source: "google" },
  ],
  ["a click id is no utm", { gclid: "abc" }, null, { gclid: "abc", utm_source: null }],
  [
    "the page is landed on",
    { page_url: lake },
    "https://www.google.com/",
    { landing_page: lake, referrer: "https://www.google.com/" },
  ],
  [
    "what the form says they landed on counts before it",
    { page_url: "/b", landing_page: "/a" },
    null,
    { landing_page: "/a" },
  ],
  [
    "without a page it is the one that posted, which led nobody to itself",
    {},
    lake,
    { landing_page: lake, referrer: null },
  ],
  ["nor did another page of the site", { page_url: lake }, "https://www.example.com/", { referrer: null }],
  ["with its www or without", { page_url: lake }, "https://Example.com/a", { referrer: null }],
  ["at whatever port", { page_url: lake }, "https://www.example.com:8443/a", { referrer: null }],
  ["told by the form, too", { page_url: lake, referrer: "https://example.com/a" }, null, { referrer: null }],
  ["told as a path", { page_url: lake, referrer: "/a" }, null, { referrer: null }],
  [
    "where the landing page is told as a path",
    { landing_page: "/a" },
    lake,
    { landing_page: "/a", referrer: null },
  ],
  [
    "a page beneath its host is another",
    { page_url: lake },
    "https://blog.example.com/",
    { referrer: "https://blog.example.com/" },
  ],
  [
    "a page around the form is another",
    { page_url: lake },
    "https://forms.example/f",
    { referrer: "https://forms.example/f" },
  ],
  [
    "an app is another",
    { referrer: "android-app://com.google.android.gm/" },
    lake,
    { referrer: "android-app://com.google.android.gm/" },
  ],
  ["where page_url is no address, too", { page_url: "Lake View" }, lake, { landing_page: lake }],
  [
    "where the form says they came from counts before Referer",
    { referrer: "https://bing.com/" },
    lake,
    { referrer: "https://bing.com/", landing_page: lake },
  ],
  [
    "a person who referred them is no page",
    { referrer: "Asha Rao" },
    "https://bing.com/",
    { landing_page: "https://bing.com/", referrer: null },
  ],
  [
    "nothing told is nothing",
    {},
    null,
    { landing_page: null, referrer: null, utm_source: null, li_fat_id: null },
  ],
])("%s", (_, fields, referrer, expected) => {
  expect(attributionOf(fields, { referrer })).toMatchObject(expected);
});

it("each parameter is read from a field, page_url and Referer alike", () => {
  const names =
    "utm_source utm_medium utm_campaign utm_term utm_content gclid gbraid wbraid msclkid fbclid ttclid li_fat_id".split(
      " ",
    );
  for (const name of names) {
    const expected = { [name]: "x" };
    expect(attributionOf({ [name]: "x" }, { referrer: null })).toMatchObject(expected);
    expect(attributionOf({ page_url: `/?${name}=x` }, { referrer: null })).toMatchObject(expected);
    expect(attributionOf({}, { referrer: `/?${name}=x` })).toMatchObject(expected);
  }
});
