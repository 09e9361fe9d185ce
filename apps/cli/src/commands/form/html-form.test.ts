import { expect, it } from "vitest";
import { keyEnv as env, url } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";
import { htmlForm } from "./html-form.ts";

const namesIn = (html: string) => [...html.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name);
const htmlOf = (field_mapping: Record<string, string>) =>
  htmlForm({ form_key: "frm_site", field_mapping }, "https://leads.example.com");

it.each([
  ["without a mapping, by our names", {}, ["name", "email", "phone", "message", "__pg_website"]],
  [
    "its own names go before ours, which stand for what it does not name",
    { "your-name": "name", "your-email": "email", "tel-123": "phone" },
    ["your-name", "your-email", "tel-123", "message", "__pg_website"],
  ],
  [
    "every field of the mapping is in it, its own honeypot too",
    { first: "name", last: "name", hp: "honeypot", site: "project", c: "utm_campaign" },
    ["first", "last", "site", "c", "email", "phone", "message", "hp"],
  ],
  [
    "a name is text and no markup",
    { '"><script>': "email" },
    ["&quot;&gt;&lt;script&gt;", "name", "phone", "message", "__pg_website"],
  ],
])("a form to paste: %s", (_what, mapping, names) => {
  expect(namesIn(htmlOf(mapping))).toEqual(names);
});

it("what a page tells by itself is hidden, and what a person types has its kind", () => {
  const html = htmlOf({ c: "utm_campaign", mail: "email", first: "name", last: "name" });
  expect(html).toContain('<form method="post" action="https://leads.example.com/f/frm_site"');
  expect(html).toContain('<input type="hidden" name="c">');
  expect(html).toContain('<label>E-mail <input name="mail" type="email" autocomplete="email"></label>');
  expect(html).toContain('<label>Name <input name="first"');
  expect(html).toContain('<label>last <input name="last"');
});

const published = { state: "published", since: testNow };
const form = {
  id: "form_1",
  name: "Site",
  client_id: "cli_1",
  form_key: "frm_site",
  endpoint_path: "/f/frm_site",
  field_mapping: { mail: "email" },
  allowed_hosts: [],
  snapshot: published,
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
};
const serverSaying = (intake_url: string | null) => (request: Request) =>
  json(request.url === `${url}/api/me` ? { intake_url } : form);
const create = ["form", "create", "--client", "cli_1", "--name", "Site"];

it("what is made is told with its whole address, and as a form to paste", async () => {
  const { out, err } = await run(create, { env, server: serverSaying("https://leads.example.com") });
  expect(out).toContain("https://leads.example.com/f/frm_site\n");
  expect(out).toContain('<label>E-mail <input name="mail"');
  expect(err).toContain("leadrelay form show form_1 --html");
  const shown = await run(["form", "show", "form_1", "--html"], {
    env,
    server: serverSaying("https://leads.example.com"),
  });
  expect(out).toContain(shown.out);
});

it("where nothing names the intake, what is to be put in is said", async () => {
  const { out, err } = await run(create, { env, server: serverSaying(null) });
  expect(out).toContain('action="https://THE-INTAKE/f/frm_site"');
  expect(err).toContain("in the place of https://THE-INTAKE, or give --intake-url");
});

it("the tag for the site's pages names the intake and the form", async () => {
  const { out } = await run(["form", "show", "form_1", "--tag"], {
    env,
    server: serverSaying("https://leads.example.com"),
  });
  expect(out).toBe('<script defer src="https://leads.example.com/t.js" data-form="frm_site"></script>\n');
});
