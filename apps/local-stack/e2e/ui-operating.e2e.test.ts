import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { newPerson } from "../harness/person.ts";
import { barriersOn, useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack({ DELIVERY_RETRY_SCHEDULE: "90s" });
const { open, signIn } = useBrowser(stack);
let owner: { email: string; password: string };
let page: Page;

async function post(name: string, more: Record<string, string> = {}, from = newPerson()) {
  const fields = new URLSearchParams({ name, email: from.email, phone: from.phone, ...more });
  await stack().post(fields, { "cf-connecting-ip": from.ip });
  return from;
}

const dead = async (count: number) =>
  eventually(async () => {
    const [row] = await stack().query<{ n: number }>(
      "SELECT count(*) AS n FROM dead_letters WHERE state = 'open'",
    );
    return row?.n === count || undefined;
  });

beforeAll(async () => {
  owner = await demoOwnerOf(stack());
  await stack().receiver.behave([{ status: 400, body: "no such field: budget", times: 3 }]);
  for (const name of ["Dead one", "Dead two", "Dead three"]) await post(name);
  await dead(3);
});

beforeEach(async () => {
  page = await open();
  await page.goto("/deliveries");
  await signIn(page, owner);
  await page.getByRole("heading", { name: "Deliveries", exact: true }).waitFor();
});

describe("deliveries", () => {
  test("are found by the answer, which stands in the address, and one that waits says for how long", async () => {
    await stack().receiver.behave([{ status: 503, body: "busy", times: 1 }]);
    await post("Waits a little");
    const table = page.getByRole("table", { name: "Deliveries" });
    await page.getByLabel("Answer").selectOption("4xx");
    await table.getByText("Dead one").waitFor();
    expect(new URL(page.url()).searchParams.get("code")).toBe("4xx");
    expect(await table.getByText("Waits a little").count()).toBe(0);
    await page.goto("/deliveries?code=503");
    await table.getByText("Waits a little").waitFor();
    await table.getByText(/^in 1:\d\d$/).waitFor();
    expect(await table.getByText("Dead one").count()).toBe(0);
  });

  test("show each try with request and answer, are cancelled with a reason, and that is taken back", async () => {
    await stack().receiver.behave([{ status: 503, body: "busy now", times: 1 }]);
    await post("Cancelled once");
    await eventually(async () => {
      await page.goto("/deliveries?status=pending");
      await page.getByRole("link", { name: "Cancelled once" }).click({ timeout: 3_000 });
      return true;
    });
    const panel = page.getByRole("complementary", { name: "The delivery that is open" });
    await panel.getByText("Request and answer (503)").click();
    await panel.getByText("busy now").last().waitFor();
    await panel.getByRole("button", { name: "Cancel it" }).click();
    const dialog = page.getByRole("dialog", { name: "Send this to nobody any more?" });
    await dialog.getByLabel("Why?").fill("a test of ours");
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Cancel it" }).click();
    await panel.getByText("Cancelled", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await panel.getByText("Delivered", { exact: true }).waitFor();
  });
});

describe("dead letters", () => {
  test("of a cause are given up together, and taken back", async () => {
    await page.goto("/dead-letters");
    await page.getByRole("button", { name: "Give these 3 up …" }).click();
    await page.getByRole("dialog").getByLabel("Why?").fill("nobody wants them");
    await page.getByRole("dialog").getByRole("button", { name: "Give these 3 up …" }).click();
    await page.getByText("3 letters given up").first().waitFor();
    await page.getByText("No dead letter is open").waitFor();
    await dead(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("main").getByText("3 open", { exact: true }).waitFor();
    await dead(3);
  });

  test("are looked at one by one, by the keyboard too, and sent again", async () => {
    await page.goto("/dead-letters");
    await page.getByRole("main").getByText("3 open", { exact: true }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "The dead letter that is open" });
    await panel.getByText("Others of this cause").waitFor();
    await panel.getByText('"first_name"').waitFor();
    await panel.getByRole("link", { name: /^Dead/ }).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.getByRole("main").getByText("`leadrelay").count()).toBe(0);
    await panel.getByRole("button", { name: "Give it up …" }).click();
    await page.getByRole("dialog").getByLabel("Why?").fill("a test of ours");
    await page.getByRole("dialog").getByRole("button", { name: "Give it up …" }).click();
    await page.getByText("2 open", { exact: true }).first().waitFor();
    // The panel that gave it up is closed before it is taken back.
    await panel.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("main").getByText("3 open", { exact: true }).waitFor({ timeout: 10_000 });
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await panel.getByRole("button", { name: "Send it again" }).click();
    await page.getByText("On its way again").first().waitFor();
    await dead(2);
  });
});

test("what was not sent says its rule and why, and is sent on purpose after a plan that says to whom", async () => {
  const who = await post("Comes twice");
  await eventually(async () => {
    const received = await stack().receiver.received();
    return received.some(({ body }) => JSON.stringify(body).includes(who.email)) || undefined;
  });
  await post("Comes twice", {}, who);
  await eventually(async () => {
    await page.goto("/not-sent");
    await page.getByRole("link", { name: "Comes twice" }).click({ timeout: 3_000 });
    return true;
  });
  const panel = page.getByRole("complementary", { name: "What was not sent, and is open" });
  await panel.getByText(/within the duplicate window of 30 minutes/).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await panel.getByRole("button", { name: "Send it …" }).click();
  await page.getByText("1 would be sent").waitFor();
  await page.getByText("1 to Demo Make scenario").waitFor();
  await page.getByRole("button", { name: "Send 1 now" }).click();
  await page.getByText("1 arrived, 0 failed again, 0 still to go").waitFor();
  await page.getByText("Everything that came in was sent").waitFor();
});
