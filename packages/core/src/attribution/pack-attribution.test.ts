import { trackingParameters, type Attribution } from "@leadrelay/contracts/attribution";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAttribution } from "../../test/any-attribution.ts";
import { attributionOf } from "./attribution-of.ts";
import { packAttribution, readAttribution, type Beside, type PackedAttribution } from "./pack-attribution.ts";
import { parseAttribution } from "./parse-attribution.ts";

const nobody = attributionOf({}, { referrer: null });
const page = "https://www.example.com/lake?utm_source=google&gclid=abc";
const told = (given: Partial<Attribution>): Attribution => ({ ...nobody, ...given });
const beside = (given: Partial<Beside>): Beside => ({ page_url: null, referrer: null, ...given });

/** Rows that exist are read by this layout for ever: a text here may be added, never changed. */
const layout: [string, Attribution, Beside, string][] = [
  ["nothing told is nothing", nobody, beside({}), "[]"],
  ["the referrer is bit 0", told({ referrer: "/a", landing_page: "/a" }), beside({}), '[1,"/a"]'],
  [
    "a landing page of its own is bit 1",
    told({ referrer: "/a", landing_page: "/b" }),
    beside({}),
    '[3,"/a","/b"]',
  ],
  ["the parameters follow in order", told({ utm_source: "x" }), beside({}), '[4,"x"]'],
  ["the lead's id at Meta is bit 15, behind that", told({ meta_lead_id: "1" }), beside({}), '[32768,"1"]'],
  ["the last of the click ids is bit 13", told({ li_fat_id: "x" }), beside({}), '[8192,"x"]'],
  [
    "what a page's query says is not said again",
    told({ referrer: page, landing_page: page, utm_source: "google", gclid: "abc" }),
    beside({}),
    `[1,"${page}"]`,
  ],
  [
    "nor what the row says",
    attributionOf({ page_url: page }, { referrer: null }),
    beside({ page_url: page }),
    "[]",
  ],
  [
    "nor what the event does",
    told({ referrer: page, landing_page: page, utm_source: "google", gclid: "abc" }),
    beside({ referrer: page }),
    "[]",
  ],
  [
    "a page that posted and led nobody to itself is bit 14",
    attributionOf({}, { referrer: page }),
    beside({ referrer: page }),
    "[16384]",
  ],
  [
    "of two addresses the landing page tells",
    told({ referrer: "/?utm_source=meta", landing_page: page, utm_source: "google", gclid: "abc" }),
    beside({ page_url: page, referrer: "/?utm_source=meta" }),
    "[]",
  ],
  [
    "what is not as an address says is kept, and that it is not there",
    told({ referrer: page, landing_page: page, utm_source: "meta" }),
    beside({}),
    `[133,"${page}","meta",null]`,
  ],
  [
    "what says nothing there is kept as not told",
    told({ referrer: "/?utm_source=null", landing_page: "/?utm_source=null" }),
    beside({}),
    '[5,"/?utm_source=null",null]',
  ],
  ["a row that says more is contradicted", nobody, beside({ referrer: "/a" }), "[1,null]"],
];

describe("an attribution is stored without what follows from its addresses", () => {
  it.each(layout)("%s", (_, attribution, row, text) => {
    expect(packAttribution(attribution, row)).toBe(text);
    expect(readAttribution(JSON.parse(text) as PackedAttribution, row)).toEqual(attribution);
  });

  it("each name has a place of its own", () => {
    for (const name of ["referrer", "landing_page", ...trackingParameters] as const) {
      const odd = told({ [name]: `/odd/${name}` });
      expect(readAttribution(JSON.parse(packAttribution(odd)) as PackedAttribution)).toEqual(odd);
    }
  });

  it("of any attribution beside any row all comes back", () => {
    const any = fc.option(fc.constantFrom(page, "/b?utm_source=meta&fbclid=f", "no address"));
    fc.assert(
      fc.property(anyAttribution, any, any, (attribution, page_url, referrer) => {
        const row = { page_url, referrer };
        const text = packAttribution(attribution, row);
        expect(readAttribution(JSON.parse(text) as PackedAttribution, row)).toEqual(attribution);
      }),
      { numRuns: 500 },
    );
  });

  it("a column that has none was written before it was kept", () => {
    expect(parseAttribution(null)).toBeNull();
    expect(parseAttribution("[]", page)).toEqual(attributionOf({ page_url: page }, { referrer: null }));
    expect(parseAttribution("[]")).toEqual(nobody);
  });
});
