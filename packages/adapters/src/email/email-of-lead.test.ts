import { expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { emailOfLead } from "./email-of-lead.ts";

const id = outgoing().delivery_public_id;

test("an e-mail has the lead's lines, and the delivery's id below", () => {
  const { subject, text, html } = emailOfLead(outgoing());
  expect(subject).toBe("New lead: Asha Rao");
  expect(text.split("\n").slice(0, 5)).toEqual([
    "New lead: Asha Rao",
    "",
    "Name: Asha Rao",
    "Phone: +91-9999999999",
    "E-mail: asha@example.com",
  ]);
  expect(text).toMatch(new RegExp(`\\n\\nDelivery ${id}\\n$`));
  expect(html).toContain('<tr><th align="left">Phone</th><td>+91-9999999999</td></tr>');
  expect(html).toContain(`<small>Delivery ${id}</small>`);
});

test("what a stranger wrote is text in it, no markup and no second header", () => {
  const first_name = `<img src=x onerror="a()"> & 'Rao'\r\nBcc: all@example.com`;
  const { subject, html } = emailOfLead(outgoing({ ...samplePayload, first_name }));
  expect(html).toContain(
    "&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;Rao&#39; Bcc: all@example.com",
  );
  expect(html).not.toContain("<img");
  expect(subject).not.toMatch(/[\r\n]/);
});

test("an e-mail is the same at every try", () => {
  const again = { ...outgoing(), attempt: 7, attempted_at: 1_800_000_000_000 };
  expect(emailOfLead(again)).toEqual(emailOfLead(outgoing()));
});
