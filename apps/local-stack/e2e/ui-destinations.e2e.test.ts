import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { newPerson } from "../harness/person.ts";
import { barriersOn, useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack({ DELIVERY_RETRY_SCHEDULE: "60s" });
const { open, signIn } = useBrowser(stack);
let owner: { email: string; password: string };

beforeAll(async () => {
  owner = await demoOwnerOf(stack());
});

async function signedIn(path: string): Promise<Page> {
  const page = await open();
  await page.goto(path);
  await signIn(page, owner);
  return page;
}

/** Somebody new posts the demo form. */
async function post(more: Record<string, string> = {}) {
  const { ip, name, email, phone } = newPerson();
  const fields = { name, email, phone, ...more };
  await stack().post(new URLSearchParams(fields), { "cf-connecting-ip": ip });
  return fields;
}

/** What reached a path of the receiver. */
const reached = async (path: string) =>
  (await stack().receiver.received()).filter((delivery) => delivery.path === `/hook/${path}`);

/** From the gallery to a destination that is on, by a person. */
async function add(page: Page, name: string, path: string): Promise<void> {
  await page.goto("/destinations/new");
  await page.getByRole("link", { name: "Webhook", exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page
    .getByRole("textbox", { name: "Address", exact: true })
    .fill(`${stack().receiverUrl}/hook/${path}`);
  await page.getByRole("button", { name: "Save and go on to the test" }).click();
  await page.getByText("Its signing secret").first().waitFor();
  await page.getByRole("button", { name: "Send a test" }).click();
  await page.getByText("It took the test").waitFor();
  await page.getByRole("button", { name: "Switch it on" }).click();
  await page.getByText("It is on: leads that come in from now on are sent to it.").waitFor();
}

const row = (page: Page, number: number) => page.getByRole("group", { name: `Row ${number}`, exact: true });
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Parts of this" }).getByRole("link", { name, exact: true }).click();

test("from the gallery to a delivered lead, as a marketer mapped it; the filter holds one back and says so; paused, held, resumed, delivered; its secret rotated", async () => {
  const page = await signedIn("/destinations");
  await page.getByRole("heading", { name: "Destinations" }).waitFor();
  await page.getByRole("link", { name: "Add a destination" }).click();
  await add(page, "Lakeside CRM", "crm");
  const [test] = await reached("crm");
  expect(test?.body).toMatchObject({ data: { test_lead: "yes" } });

  await page.getByRole("link", { name: "Rename fields" }).click();
  await page.getByRole("switch", { name: "Send these rows and nothing else" }).click();
  const rows = [
    ["lead_name", "field", "first_name"],
    ["contact.mail", "field", "email"],
    ["wants", "field", "fields.flat"],
    ["source", "constant", "LeadRelay"],
    ["title", "template", "{{ first_name }}: {{ fields.flat | default: 'any' }}"],
  ] as const;
  for (const [index, [target, kind, value]] of rows.entries()) {
    await page.getByRole("button", { name: "Add a field" }).click();
    const at = row(page, index + 1);
    await at.getByLabel("Name over there").fill(target);
    await at.getByLabel("Comes from").selectOption(kind);
    await at.getByLabel(/^(Field|Text|Template)$/).fill(value);
  }
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText(/"source": "LeadRelay"/).waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Version 1").waitFor();

  await tab(page, "Which leads");
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.getByLabel("Field", { exact: true }).fill("fields.budget");
  await page.getByLabel("Comparison").selectOption("least");
  await page.getByLabel("Value", { exact: true }).fill("5000");
  await preview.getByText(/held back: fields.budget is not at least 5000/).waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Version 2").waitFor();

  await stack().receiver.clear();
  const asha = await post({ flat: "3 BHK", budget: "7000" });
  const poor = await post({ flat: "1 BHK", budget: "3000" });
  const sent = await eventually(async () => ((await reached("crm")).length > 0 ? reached("crm") : undefined));
  expect(sent.map(({ body }) => (body as { data?: unknown }).data ?? body)).toEqual([
    {
      lead_name: asha.name,
      contact: { mail: asha.email },
      wants: "3 BHK",
      source: "LeadRelay",
      title: `${asha.name}: 3 BHK`,
    },
  ]);
  await page.reload();
  await preview.getByText("It would have taken 1 of the last 2 leads.").waitFor();
  await page.goto(`/where`);
  await page
    .getByLabel(/Where is my lead/)
    .first()
    .fill(poor.email);
  await page.keyboard.press("Enter");
  await page
    .getByText(/it does not pass its filter, fields.budget is not at least 5000/)
    .first()
    .waitFor();

  await page.goto("/destinations");
  await page.getByRole("button", { name: "Pause Lakeside CRM" }).click();
  await page.getByText("Lakeside CRM is paused").first().waitFor();
  const held = await post({ flat: "2 BHK", budget: "9000" });
  await eventually(async () => {
    await page.reload();
    await page.getByText("1 held").waitFor({ timeout: 3_000 });
    return true;
  });
  expect(await reached("crm")).toHaveLength(1);
  await page.getByRole("button", { name: "Resume Lakeside CRM" }).click();
  await page.getByRole("button", { name: "Pause Lakeside CRM" }).waitFor();
  await stack().sweep();
  const after = await eventually(async () =>
    (await reached("crm")).length > 1 ? reached("crm") : undefined,
  );
  expect(JSON.stringify(after[1]?.body)).toContain(held.email);

  await page.getByRole("link", { name: "Lakeside CRM" }).click();
  await tab(page, "Signing secret");
  await page.getByRole("button", { name: "Make another secret" }).click();
  await page.getByText(/^whsec_/).waitFor();
  await page.getByText("The secret before signs, too, until").waitFor();
  await post({ flat: "4 BHK", budget: "9000" });
  const signed = await eventually(async () => (await reached("crm"))[2]);
  expect(signed.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
});

test("a route of two with shares is made and its order changed by keyboard, previewed on the last leads, and shares the next", async () => {
  const page = await signedIn("/routes");
  await page.getByText("Every destination hears of every lead").waitFor();
  for (const [name, path] of [
    ["Buyer A", "a"],
    ["Buyer B", "b"],
  ] as const)
    await add(page, name, path);
  await post();
  await page.goto("/routes/new");
  await page.getByLabel("Name", { exact: true }).fill("Buyers");
  const member = page.getByRole("combobox", { name: "Add a member" });
  await member.selectOption({ label: "Buyer A" });
  await member.selectOption({ label: "Buyer B" });
  await page.getByLabel("Share of Buyer A").fill("75");
  await page.getByLabel("Share of Buyer B").fill("25");
  await page.getByRole("img", { name: "Leads are shared: Buyer A 75 %, Buyer B 25 %." }).waitFor();
  await page.getByRole("button", { name: "Move Buyer B up" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Buyer B is now number 1 of 2").waitFor({ state: "attached" });
  await page.getByLabel("Share of Buyer B").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByText("Buyer B is now number 2 of 2").waitFor({ state: "attached" });
  await page.locator("[data-handle]").first().dragTo(page.locator("[data-order]").nth(1));
  await page.getByText("Buyer A is now number 2 of 2").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "What would it have done …" }).click();
  await page
    .getByRole("dialog")
    .getByText(/^Of the last \d+ leads$/)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Make it" }).click();
  await page.getByRole("heading", { name: "What it would have done with the last leads" }).waitFor();
  await page.getByText(/^Of the last \d+ leads$/).waitFor();
  await stack().receiver.clear();
  for (let lead = 0; lead < 4; lead++) await post();
  await eventually(async () => {
    const had = [(await reached("a")).length, (await reached("b")).length];
    return had[0] === 3 && had[1] === 1 ? had : undefined;
  });
  await tab(page, "Members");
  await page.reload();
  await page.getByText("75 % of its 75 %").waitFor();
  const found = [await barriersOn(page)];
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog", { name: "Delete Buyers?" }).waitFor();
  found.push(await barriersOn(page));
  await page.getByRole("button", { name: "Leave it" }).click();
  await page.getByRole("link", { name: "Buyer A" }).click();
  for (const part of ["Answers", "Signing secret"]) {
    await tab(page, part);
    await page.waitForLoadState("networkidle");
    found.push(await barriersOn(page));
  }
  expect(found.flat()).toEqual([]);
});
