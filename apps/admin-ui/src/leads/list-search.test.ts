import { expect, test } from "vitest";
import { readLeadsSearch, viewOf } from "./list-search.ts";

const view = {
  layout: "board",
  stands: "held",
  stage: "lost",
  form: "form_1",
  source: "google",
  campaign: "spring",
  tests: "none",
  band: "high",
  when: "7d",
  sort: "oldest",
  columns: "contact,stage",
};

test("a view is all that is set of how leads are shown", () => {
  expect(viewOf(readLeadsSearch(view))).toEqual(view);
});

test("the client, the view that was opened and the lead beside it are no part of a view", () => {
  const search = { client: "cli_1", ...readLeadsSearch({ ...view, view: "view_1", open: "lead_1" }) };
  expect(viewOf(search)).toEqual(view);
});
