import { describe, expect, it, test } from "vitest";
import { fieldsOfMapping, honeypotOf } from "./form-fields.ts";
import { formSnippet, type SnippetField } from "./form-snippet.ts";

const field = (changes: Partial<SnippetField> = {}): SnippetField => ({
  name: "email",
  label: "E-mail",
  kind: "email",
  isRequired: false,
  options: [],
  ...changes,
});
const written = (fields: SnippetField[], changes: Partial<Parameters<typeof formSnippet>[0]> = {}) =>
  formSnippet({
    action: "https://leads.example.com/f/frm_1",
    fields,
    honeypot: "__pg_website",
    withLabels: true,
    button: "Send",
    ...changes,
  });

describe("a field as HTML", () => {
  test.each<[Partial<SnippetField>, boolean, string]>([
    [{}, true, '<label>E-mail <input type="email" name="email"></label>'],
    [{}, false, '<input type="email" name="email" aria-label="E-mail" placeholder="E-mail">'],
    [
      { isRequired: true, autocomplete: "email" },
      true,
      '<input type="email" name="email" required autocomplete="email">',
    ],
    [{ kind: "text" }, true, '<label>E-mail <input name="email"></label>'],
    [{ kind: "textarea" }, true, '<label>E-mail <textarea name="email"></textarea></label>'],
    [{ kind: "hidden" }, false, '  <input type="hidden" name="email">\n'],
    [{ kind: "checkbox" }, false, '<label><input type="checkbox" name="email" value="yes"> E-mail</label>'],
    [
      { kind: "select", options: ["2 BHK", "3 & more"] },
      true,
      '<select name="email"><option value=""></option><option>2 BHK</option><option>3 &amp; more</option></select>',
    ],
  ])("%j with labels %s", (changes, withLabels, html) => {
    expect(written([field(changes)], { withLabels })).toContain(html);
  });

  it("cannot leave its place, whatever it is called", () => {
    const html = written([field({ name: '"><script>', label: "<b>&" })], {
      button: "</button>",
      consent: '"<i>',
    });
    expect(html).not.toMatch(/<script|<b>|<i>|<\/button><\/button>/);
  });
});

it("has a field that only a bot fills, and one that holds what was agreed to", () => {
  const html = written([field()], { consent: "Call me", honeypot: "trap" });
  expect(html).toContain('<input name="trap" tabindex="-1" autocomplete="off">');
  expect(html).toContain('<input type="checkbox" name="consent" value="Call me" required> Call me');
  expect(written([field()])).not.toContain("consent");
});

it("has the fields of the form's own mapping, and what that does not name", () => {
  const fields = fieldsOfMapping(
    { "your-mail": "email", mail2: "email", camp: "utm_campaign", trap: "honeypot" },
    { email: "E-mail", name: "Name" },
  );
  expect(fields.map(({ name, label, kind }) => [name, label, kind])).toEqual([
    ["your-mail", "E-mail", "email"],
    ["mail2", "mail2", "email"],
    ["camp", "camp", "hidden"],
    ["name", "Name", "text"],
    ["phone", "phone", "tel"],
    ["message", "message", "textarea"],
  ]);
  expect([honeypotOf({ trap: "honeypot" }), honeypotOf({})]).toEqual(["trap", "__pg_website"]);
});
