import { describe, expect, test } from "vitest";
import { getAdapter } from "../src/registry.ts";
import { outgoing } from "./outgoing.ts";

const kinds = [
  "slack",
  "discord",
  "telegram",
  "resend",
  "postmark",
  "cloudflare_email",
  "hubspot",
  "pipedrive",
  "zoho",
  "salesforce",
];

const bodyOf = (kind: string, message: string | null) => {
  const adapter = getAdapter(kind);
  const settings = adapter.parseSettings(adapter.exampleSettings);
  return JSON.stringify(adapter.sentBody(settings, { ...outgoing(), message }));
};

describe.each(kinds)("what somebody wrote, at %s", (kind) => {
  test("stands in what it is sent, on a line of its own", () => {
    expect(bodyOf(kind, "Call me\n after six")).toContain("Call me after six");
    expect(bodyOf(kind, null)).not.toContain("Message");
  });

  test.each([
    ["letters", "x".repeat(70_000)],
    ["emoji of several signs", "👨‍👩‍👧‍👦".repeat(9_000)],
    ["signs that are written longer", `<&>*_${'"'.repeat(4)}`.repeat(9_000)],
  ])("is cut where it is long, of %s, and no character in half", (_what, message) => {
    const body = bodyOf(kind, message);
    expect(body.length).toBeLessThan(40_000);
    expect(body.isWellFormed()).toBe(true);
    expect(body).toContain("…");
    // What is left of a family cut in half ends in a joiner.
    expect(body).not.toMatch(/\u200d(?:…|\\|")/u);
  });

  test("does nothing there: it is escaped, or stands where nothing is read", () => {
    const body = bodyOf(kind, "<!channel> <b>@everyone</b> [x](https://evil.example)");
    if (kind === "slack") expect(body).toContain("&lt;!channel&gt; &lt;b&gt;@everyone");
    if (kind === "discord") expect(body).toContain("\\\\<!channel\\\\> \\\\<b\\\\>\\\\@everyone");
    if (kind === "pipedrive") expect(body).toContain("&lt;b&gt;");
    if (["resend", "postmark", "cloudflare_email"].includes(kind))
      expect(body).toContain("&lt;!channel&gt; &lt;b&gt;@everyone&lt;/b&gt;");
  });
});
