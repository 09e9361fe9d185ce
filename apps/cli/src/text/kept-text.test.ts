import { ourWords } from "@leadrelay/contracts/our-words";
import { expect, it } from "vitest";
import { keyEnv as env } from "../../test/fake-installation.ts";
import { json, run, testNow } from "../../test/outside-in-memory.ts";
import { keptValue } from "./kept-text.ts";

const said = "leadrelay dlq list";
const submission = {
  id: "01a2",
  submitted_at: testNow,
  outcome: "new_lead",
  decision: { sentences: [`See \`${said}\`.`], destinations: [] },
  submission_number: 1,
  contact_name: said,
  contact_email: `${said}@example.com`,
  cta: said,
  page_url: said,
  attribution: { landing_page: said, utm_source: said },
  events: [],
  deliveries: [],
  payload: { message: said, name: said, [said]: [said], note: { detail: said } },
};

it("a visitor's text is shown as it was posted, and the API's own command as it is typed here", async () => {
  const { out } = await run(["submission", "show", "01a2"], {
    env,
    server: () => json(submission),
    calledAs: "./leadrelay",
  });
  expect(out).toContain("See `./leadrelay dlq list`.");
  expect(out.split("./leadrelay")).toHaveLength(2);
  expect(out).toMatch(/^Name +leadrelay dlq list$/m);
  expect(out).toContain('"message": "leadrelay dlq list"');
  expect(out).toContain('"leadrelay dlq list": [');
  expect(out).not.toContain("\ufdd0");
});

it("what a receiver answered is no command of ours", async () => {
  const deliveries = {
    items: [{ id: "d1", status: "dead", last_error: said, created_at: testNow, attempts: 1 }],
    next_cursor: null,
  };
  const { out } = await run(["delivery", "list"], {
    env,
    server: () => json(deliveries),
    calledAs: "./leadrelay",
  });
  expect(out).not.toContain("./leadrelay");
});

it.each(ourWords)("in the API's own words, such as %s, a command is told as it is typed here", (name) => {
  expect(keptValue({ inside: { [name]: said } })).toEqual({ inside: { [name]: said } });
  expect(keptValue({ payload: { [name]: said } })).not.toEqual({ payload: { [name]: said } });
});
