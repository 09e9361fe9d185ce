import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { newPerson } from "../harness/person.ts";
import { useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack({ DELIVERY_RETRY_SCHEDULE: "60s" });
const { open, signIn } = useBrowser(stack);
let owner: { email: string; password: string };

beforeAll(async () => {
  owner = await demoOwnerOf(stack());
});

async function post(more: Record<string, string> = {}) {
  const { ip, name, email, phone } = newPerson();
  const fields = { name: `${name} ${phone.slice(-5)}`, email, phone, ...more };
  expect((await stack().post(new URLSearchParams(fields), { "cf-connecting-ip": ip })).status).toBe(301);
}

async function signedIn(path = "/"): Promise<Page> {
  const page = await open();
  await page.goto(path);
  await signIn(page, owner);
  await page.locator("#content").waitFor();
  return page;
}

/** Waits until the page says so, however often it must be asked anew. */
const comesToSay = (page: Page, text: string) =>
  eventually(async () => {
    await page.reload();
    await page.getByRole("main").getByText(text, { exact: true }).first().waitFor({ timeout: 3_000 });
    return true;
  });

const figure = async (page: Page, title: string) =>
  (await page.getByRole("region", { name: "Today" }).getByRole("link", { name: title }).innerText()).split(
    "\n",
  )[1];

describe("home", () => {
  test("of somebody to whom nobody came shows what to paste, and gives way to the first lead", async () => {
    const page = await signedIn();
    await page.getByText("No lead has come in yet.").waitFor();
    await page.locator("#first-run").waitFor();
    await post({ utm_source: "google" });
    await comesToSay(page, "Nothing needs you");
    await page.getByText(/^The last lead came/).waitFor();
    expect(await page.locator("#first-run").count()).toBe(0);
  });

  test("says of an outage what needs somebody, and its one action leads to where all is green again", async () => {
    await stack().receiver.behave([{ status: 400, body: "no such field: budget", times: 2 }]);
    await post({ utm_source: "meta" });
    await post();
    const page = await signedIn();
    await comesToSay(page, "2 dead letters for Demo Make scenario.");
    const needs = page.getByRole("region", { name: "What needs you" });
    expect(await needs.getByRole("listitem").count()).toBe(1);
    await needs.getByRole("link", { name: "Look and replay" }).click();
    await page.getByRole("button", { name: "Send these 2 again …" }).click();
    await page.getByRole("button", { name: "Send 2 now" }).click();
    await page.getByText("2 arrived, 0 failed again, 0 still to go").waitFor();
    await page.getByRole("link", { name: "Home" }).click();
    await comesToSay(page, "Nothing needs you");
    expect(await figure(page, "Dead letters")).toBe("0");
  });

  test("today's figures lead to lists that hold just as many", async () => {
    const page = await signedIn();
    await page.getByRole("region", { name: "Today" }).waitFor();
    const [leads, delivered] = [await figure(page, "Leads today"), await figure(page, "Delivered today")];
    expect([leads, delivered]).toEqual(["3", "3"]);
    await page.getByRole("region", { name: "Today" }).getByRole("link", { name: "Leads today" }).click();
    await page.getByRole("heading", { name: "Leads", exact: true }).waitFor();
    const rows = page.getByRole("table", { name: "Leads" }).getByRole("row");
    await eventually(async () => (await rows.count()) === 1 + Number(leads) || undefined);
    await page.goto("/");
    await page.getByRole("region", { name: "Today" }).getByRole("link", { name: "Delivered today" }).click();
    await page.getByRole("table", { name: "Deliveries" }).getByText("Demo Make scenario").first().waitFor();
    const sent = await page.getByRole("table", { name: "Deliveries" }).getByRole("row").count();
    expect(sent).toBe(1 + Number(delivered));
  });
});

describe("statistics", () => {
  test("tell by source what the API tells, in a table and in the CSV; the chart has its table for who does not see it", async () => {
    const page = await signedIn("/statistics?by=source");
    const table = page.getByRole("table", { name: "By source" });
    await table.getByText("google").waitFor();
    const shown = await table.getByRole("row").allInnerTexts();
    expect(shown.slice(1).map((row) => row.split("\t").map((cell) => cell.trim()))).toEqual(
      expect.arrayContaining([
        ["google", "1", "0"],
        ["meta", "1", "0"],
        ["Not told", "1", "0"],
      ]),
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as CSV: By source" }).click(),
    ]);
    const csv = await readFile(await download.path(), "utf8");
    expect(csv).toContain("\r\ngoogle,1,0,0,0,0,");
    const came = page.getByRole("region", { name: "What came in" });
    await came.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    const today = new Date().toISOString().slice(0, 10);
    const row = came.getByRole("row").filter({ hasText: today });
    expect((await row.innerText()).split(/\s+/).slice(1)).toEqual(["3", "0", "0", "0"]);
  });

  test("tell by client by its name, though the switcher keeps pages of the same clients", async () => {
    const page = await signedIn("/statistics?by=client");
    await page.getByRole("table", { name: "By client" }).getByText("Demo client").waitFor();
  });

  test("keep days and grouping in the address, and tell by destination how well it went", async () => {
    const page = await signedIn("/statistics");
    await page.getByRole("combobox", { name: /^By/ }).selectOption("destination");
    await page.getByRole("table", { name: "By destination" }).getByText("Demo Make scenario").waitFor();
    await page.getByRole("combobox", { name: /^Days/ }).selectOption("7");
    await eventually(() => new URL(page.url()).searchParams.has("from") || undefined);
    expect(new URL(page.url()).searchParams.get("by")).toBe("destination");
    await page.reload();
    await page.getByRole("table", { name: "By destination" }).getByText("100 %").waitFor();
  });
});
