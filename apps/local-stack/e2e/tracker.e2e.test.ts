import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { openBrowser } from "./open-browser.ts";
import { useTaggedSite } from "./tagged-site.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const site = useTaggedSite(stack);
const keepingSite = useTaggedSite(stack, `data-fetch data-kept="Kept for later."`);

let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});
afterAll(() => browser.close());

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  contexts.push(context);
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

let people = 0;
const newEmail = () => `tracked-${(people += 1)}@example.com`;

async function send(page: Page, email: string): Promise<void> {
  await page.getByLabel("Name").fill("Tara Tracked");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send" }).click();
}

/** What the receiver got of somebody, once it did. */
const sentOf = (email: string) =>
  eventually(async () => {
    const all = (await stack().receiver.received()).map(({ body }) => body as SentLeadPayload);
    const own = all.filter((body) => body.email === email);
    return own.length === 0 ? undefined : own;
  });

const engagement = ({
  engagement_score,
  engagement_label,
  session_duration_seconds,
  pages_visited,
  return_visits,
}: SentLeadPayload) => [
  engagement_score,
  engagement_label,
  session_duration_seconds,
  pages_visited,
  return_visits,
];

/** Two minutes, three pages, one of them to its end, and four clicks, the one that sends the form included. */
async function visit(page: Page, email: string): Promise<void> {
  await page.clock.install({ time: "2026-12-01T10:00:00Z" });
  await page.clock.pauseAt("2026-12-01T10:00:10Z");
  await page.goto(site());
  await page.clock.fastForward(60_000);
  await page.click("#prices");
  await page.waitForURL("**/pricing?from=home");
  await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
  await page.waitForFunction("scrollY > 1000");
  await page.clock.runFor(500);
  await page.click("#more");
  await page.clock.fastForward(59_500);
  await page.click("#contact");
  await page.waitForURL("**/contact");
  await send(page, email);
}
/** 12 for the time, 30 for the page, 4 for the clicks. */
const visited = [46, "Hot", 120, 3, 0];

test("three pages, a page read to its end and some clicks are what the table gives for them, on the lead and in what is sent", async () => {
  const page = await open();
  const email = newEmail();
  await visit(page, email);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  const [payload] = await sentOf(email);
  expect(payload && engagement(payload)).toEqual(visited);
  expect(payload).toMatchObject({ time_to_submit: 0, visitor_id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const [lead] = await stack().query<Record<string, unknown>>(
    "SELECT engagement_score, session_id, first_attribution_json FROM leads WHERE contact_email = ?",
    email,
  );
  expect(lead).toMatchObject({ engagement_score: 46, session_id: payload?.session_id });
  const [session] = await eventually(async () => {
    const rows = await stack().query<Record<string, unknown>>(
      "SELECT * FROM sessions WHERE session_id = ? AND seen_json LIKE '%#more%'",
      payload?.session_id,
    );
    return rows.length === 0 ? undefined : rows;
  });
  expect(session).toMatchObject({
    page_views: 3,
    clicks: 4,
    scroll_percent: 100,
    told_score: 46,
    first_page: `${site()}/`,
  });
  expect(String(session?.["seen_json"])).not.toContain("More");
});

test("who comes back another day is told apart from who comes first", async () => {
  const page = await open();
  await page.clock.install({ time: "2026-12-01T10:00:00Z" });
  await page.goto(site());
  await page.clock.fastForward(86_400_000);
  await page.goto(`${site()}/contact`);
  const email = newEmail();
  await send(page, email);
  const [payload] = await sentOf(email);
  expect(payload).toMatchObject({ return_visits: 1, pages_visited: 1 });
});

test("a page that a script shows counts as one", async () => {
  const page = await open();
  await page.goto(`${site()}/contact`);
  await page.evaluate("history.pushState({}, '', '/contact/step-2')");
  await page.evaluate("history.pushState({}, '', '/contact/step-2#below')");
  const email = newEmail();
  await send(page, email);
  const [payload] = await sentOf(email);
  expect(payload).toMatchObject({ pages_visited: 2 });
});

test("with JavaScript off the form works as any other, and nothing is known of the visit", async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto(`${site()}/contact`);
  const email = newEmail();
  await send(page, email);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  const [payload] = await sentOf(email);
  expect(payload && engagement(payload)).toEqual([0, null, 0, 0, 0]);
});

test("with the collector blocked the lead carries its score all the same, and with the tag blocked too it comes in", async () => {
  const page = await open();
  await page.route("**/t/collect", (route) => route.abort());
  const email = newEmail();
  await visit(page, email);
  const [payload] = await sentOf(email);
  expect(payload && engagement(payload)).toEqual(visited);

  const without = await open();
  await without.route("**/t.js", (route) => route.abort());
  await without.goto(`${site()}/contact`);
  const other = newEmail();
  await send(without, other);
  const [sent] = await sentOf(other);
  expect(sent).toMatchObject({ engagement_label: null, suspicion_reasons: "" });
});

const submissionsOf = (email: string) =>
  stack().query("SELECT id FROM lead_submissions WHERE contact_email = ?", email);

test("a form that is sent offline is kept, and arrives once when there is a connection again", async () => {
  const page = await open();
  await page.goto(`${keepingSite()}/contact`);
  const email = newEmail();
  await page.context().setOffline(true);
  await send(page, email);
  await page.getByRole("status").filter({ hasText: "Kept for later." }).waitFor();
  await page.context().setOffline(false);
  expect(await sentOf(email)).toHaveLength(1);
  await page.waitForFunction("localStorage.getItem('leadrelay.unsent') === '[]'");
  await page.goto(`${keepingSite()}/contact`);
  await page.waitForTimeout(1_000);
  expect(await submissionsOf(email)).toHaveLength(1);
});

test("a form whose answer got lost is sent again as the same submission, and the page goes on", async () => {
  const page = await open();
  let tries = 0;
  await page.route("**/f/frm_demo", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    tries += 1;
    const answer = await route.fetch();
    return tries === 1 ? route.abort() : route.fulfill({ response: answer });
  });
  await page.goto(`${keepingSite()}/contact`);
  const email = newEmail();
  await send(page, email);
  await page.getByRole("status").waitFor();
  await sentOf(email);
  await page.goto(`${keepingSite()}/`);
  await page.waitForFunction("localStorage.getItem('leadrelay.unsent') === '[]'");
  expect([tries, (await submissionsOf(email)).length]).toEqual([2, 1]);
});

test("a form that has to be put right is posted by the browser, whose page says what", async () => {
  const page = await open();
  await page.goto(`${keepingSite()}/contact`);
  await send(page, "nobody");
  await page.getByRole("heading").first().waitFor();
  await page.waitForURL("**/f/frm_demo");
  expect(await page.getByLabel(/E-mail/).inputValue()).toBe("nobody");
});
