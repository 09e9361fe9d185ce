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

test("a morning's work is done without a mouse: a lead found, noted and moved, one released, the dead sent again", async () => {
  const repeats = await post("Early caller");
  await eventually(async () => {
    const received = await stack().receiver.received();
    return received.some(({ body }) => JSON.stringify(body).includes(repeats.email)) || undefined;
  });
  await post("Early caller", {}, repeats);
  await stack().receiver.behave([{ status: 400, body: "no such field: colour", times: 1 }]);
  await post("Died at dawn");
  const died = "SELECT count(*) AS n FROM deliveries WHERE status = 'dead' AND last_error LIKE '%colour%'";
  await eventually(async () => (await stack().query<{ n: number }>(died))[0]?.n === 1 || undefined);
  const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''");
  /** By the Tab key alone; whoever comes there sees where they are. */
  const tabTo = async (name: string | RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      const text = (await focused()).trim();
      if (typeof name === "string" ? text === name : name.test(text)) {
        expect(await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle")).not.toBe(
          "none",
        );
        return;
      }
    }
    throw new Error(`Tab does not come to ${String(name)}`);
  };
  const keys = async (...presses: string[]) => {
    for (const press of presses) await page.keyboard.press(press);
  };

  await keys("/");
  await page.keyboard.type(repeats.email);
  await keys("Enter");
  await page.getByRole("heading", { name: "Where is my lead?" }).waitFor();
  await page.getByRole("link", { name: "Open the lead" }).first().waitFor();
  // Out of the box first: no key acts while somebody writes.
  await keys("Tab", "o");
  await page.getByRole("heading", { name: "Early caller", exact: true }).waitFor();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await keys("n");
  await page.keyboard.type("Rings back at nine");
  await tabTo("Add note");
  await keys("Enter");
  await page.getByText("Rings back at nine").waitFor();
  await keys("s");
  await page.keyboard.type("contacted");
  await page.getByText("Early caller is at contacted now").waitFor();

  await keys("Tab", "g", "n");
  await page.getByRole("link", { name: "Early caller" }).first().waitFor();
  await keys("j", "Enter");
  const unsent = page.getByRole("complementary", { name: "What was not sent, and is open" });
  await unsent.getByText(/within the duplicate window/).waitFor();
  await tabTo("Send it …");
  await keys("Enter");
  await page.getByText("1 would be sent").waitFor();
  await tabTo("Send 1 now");
  await keys("Enter");
  await page.getByText("1 arrived, 0 failed again, 0 still to go").waitFor();

  await keys("g", "x");
  await page.getByText("no such field: colour").first().waitFor();
  await tabTo("Look at one");
  await keys("Enter");
  const letter = page.getByRole("complementary", { name: "The dead letter that is open" });
  await letter.waitFor();
  await keys("Escape");
  await letter.waitFor({ state: "detached" });
  expect((await focused()).trim()).toBe("Look at one");
  await tabTo(/^Give (it|these \d+) up …$/);
  const opener = (await focused()).trim();
  await keys("Enter");
  await page.getByRole("dialog", { name: /^Give/ }).waitFor();
  await keys("Escape");
  await page.getByRole("dialog", { name: /^Give/ }).waitFor({ state: "detached" });
  expect((await focused()).trim()).toBe(opener);
});
