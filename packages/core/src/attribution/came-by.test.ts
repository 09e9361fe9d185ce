import { expect, it } from "vitest";
import { attributionOf } from "./attribution-of.ts";
import { cameBy } from "./came-by.ts";

const by = (query: string) => attributionOf({ page_url: `/?${query}` }, { referrer: null });
const lead = {
  first: by("utm_source=Google&utm_medium=cpc&utm_campaign=launch"),
  latest: by("utm_source=news&utm_medium=email"),
};

it.each<[string, Parameters<typeof cameBy>[0], boolean]>([
  ["the first time", { utm_source: "Google" }, true],
  ["the latest", { utm_source: "news" }, true],
  ["in any case of letters", { utm_source: "gOOGLE", utm_medium: "CPC" }, true],
  ["neither", { utm_source: "meta" }, false],
  ["no part of a name", { utm_source: "goo" }, false],
  ["one time as a whole", { utm_source: "news", utm_medium: "email" }, true],
  ["no mixture of the two", { utm_source: "news", utm_medium: "cpc" }, false],
  ["what was not told is no campaign", { utm_source: "news", utm_campaign: "launch" }, false],
  ["every name asked for", { utm_term: "a" }, false],
])("%s", (_, campaign, expected) => expect(cameBy(campaign, lead)).toBe(expected));

it("each name is compared", () => {
  for (const name of ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"] as const) {
    const came = { first: by(`${name}=a`), latest: by(`${name}=a`) };
    expect(cameBy({ [name]: "a" }, came)).toBe(true);
    expect(cameBy({ [name]: "b" }, came)).toBe(false);
  }
});

it("letters are folded, not rewritten", () => {
  expect(cameBy({ utm_source: "strasse" }, { first: null, latest: by("utm_source=straße") })).toBe(false);
});

it("of what was not kept nobody can say", () => {
  expect(cameBy({ utm_source: "a" }, { first: null, latest: null })).toBe(false);
  expect(cameBy({ utm_source: "a" }, { first: null, latest: by("utm_source=a") })).toBe(true);
});
