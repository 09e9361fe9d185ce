import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { newPerson } from "../harness/person.ts";
import { useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { open, signIn } = useBrowser(stack);
let owner: { email: string; password: string };
const people: { name: string; email: string; phone: string }[] = [];

beforeAll(async () => {
  owner = await demoOwnerOf(stack());
  for (const nth of [1, 2, 3]) {
    const { ip, email, phone } = newPerson();
    const fields = { name: `Person ${nth}`, email, phone };
    await stack().post(new URLSearchParams(fields), { "cf-connecting-ip": ip });
    people.unshift(fields);
    await eventually(async () => (await stack().receiver.received()).length === nth || undefined);
  }
});

async function signedIn(path: string, heading: string): Promise<Page> {
  const page = await open();
  await page.goto(path);
  await signIn(page, owner);
  await page.getByRole("heading", { name: heading, exact: true }).waitFor();
  return page;
}

/** What has the focus, in its first words. */
const focused = (page: Page) => page.evaluate<string>("document.activeElement?.textContent ?? ''");

describe("the keyboard", () => {
  test("goes through a list, opens beside it, switches, closes, and comes back to the row", async () => {
    const page = await signedIn("/", "Home");
    await page.keyboard.press("g");
    await page.keyboard.press("d");
    await page.getByRole("table", { name: "Deliveries" }).getByText("Person 1").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await focused(page)).toContain("Person 3");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "The delivery that is open" });
    await panel.getByRole("heading", { name: /^Person 3 to/ }).waitFor();
    expect(await focused(page)).toContain("Person 3 to");
    await page.keyboard.press("j");
    await panel.getByRole("heading", { name: /^Person 2 to/ }).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(await focused(page)).toMatch(/^Person 2/);
  });

  test("writes where somebody types, and only there", async () => {
    const page = await signedIn("/leads", "Leads");
    await page.keyboard.press("/");
    await page.keyboard.type("gdj?");
    expect(await page.getByPlaceholder("Where is my lead?").inputValue()).toBe("gdj?");
    await page.getByRole("heading", { name: "Leads", exact: true }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("leaves presses with Ctrl or Alt to the browser", async () => {
    const page = await signedIn("/leads", "Leads");
    await page.getByRole("table", { name: "Leads" }).waitFor();
    for (const press of ["Alt+j", "Control+j", "Control+/"]) await page.keyboard.press(press);
    expect(await focused(page)).not.toMatch(/^Person/);
  });

  test("is shown by ?, out of the table that binds it", async () => {
    const page = await signedIn("/leads", "Leads");
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    for (const words of ["Where is my lead?", "The next row", "Dead letters", "Close what is open"])
      await dialog.getByText(words).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });
});

describe("the palette", () => {
  test("goes to a page by the beginning of its name, and changes the theme", async () => {
    const page = await signedIn("/", "Home");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find a page or an action" }).waitFor();
    await page.keyboard.type("let dea");
    await page.getByRole("option", { name: "Dead letters" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Dead letters", exact: true }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("theme");
    await page.getByRole("option", { name: "Dark theme" }).waitFor();
    await page.keyboard.press("Enter");
    expect(await page.evaluate<string>("document.documentElement.dataset.theme")).toBe("dark");
  });

  test("finds a lead by its address, which stays out of the page's", async () => {
    const [{ name, email } = { name: "", email: "" }] = people;
    const page = await signedIn("/", "Home");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find a page or an action" }).waitFor();
    await page.keyboard.type(email);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Where is my lead?" }).waitFor();
    await page.getByRole("main").getByText(name).first().waitFor();
    expect(page.url()).not.toContain(email.split("@")[0]);
  });
});

test.each([
  ["/deliveries", "Deliveries"],
  ["/leads", "Leads"],
])(
  "%s tells of what came in without a reload, and moves no row before it is asked to",
  async (path, label) => {
    const page = await open();
    await page.clock.install();
    await page.goto(path);
    await signIn(page, owner);
    const table = page.getByRole("table", { name: label });
    await table.getByText("Person 1").waitFor();
    const { ip, email, phone } = newPerson();
    const before = (await stack().receiver.received()).length;
    await stack().post(new URLSearchParams({ name: `Person new ${label}`, email, phone }), {
      "cf-connecting-ip": ip,
    });
    await eventually(async () => (await stack().receiver.received()).length > before || undefined);
    await page.clock.runFor(31_000);
    const news = page.getByRole("button", { name: "New: 1" });
    await news.waitFor();
    expect(await table.getByText(`Person new ${label}`).count()).toBe(0);
    await news.click();
    await table.getByText(`Person new ${label}`).waitFor();
    await news.waitFor({ state: "detached" });
  },
);
