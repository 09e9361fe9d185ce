import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
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

/** Somebody new posts the demo form; who. */
async function post() {
  const { ip, name, email, phone } = newPerson();
  const fields = { name: `${name} ${phone.slice(-5)}`, email, phone };
  const answer = await stack().post(new URLSearchParams(fields), { "cf-connecting-ip": ip });
  expect(answer.status).toBe(301);
  return fields;
}

async function signedIn(options: Parameters<typeof open>[0] = {}): Promise<Page> {
  const page = await open(options);
  await page.goto("/");
  await signIn(page, owner);
  await page.getByRole("heading", { name: "Home" }).waitFor();
  return page;
}

/** Gives somebody an account, by the API. */
async function invite({ email, password }: typeof owner, role: string): Promise<void> {
  const origin = stack().consumerUrl;
  const headers = { "content-type": "application/json", origin };
  const send = async (path: string, body: object, cookie = "") => {
    const init = { method: "POST", headers: { ...headers, cookie }, body: JSON.stringify(body) };
    const answer = await fetch(origin + path, init);
    expect([path, answer.ok]).toEqual([path, true]);
    return answer;
  };
  const session = (await send("/api/auth/sign-in/email", owner)).headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
  const [client] = await stack().query<{ id: string; agency_id: string }>(
    "SELECT id, agency_id FROM clients",
  );
  if (client === undefined) throw new Error("The demo client is there from the start");
  const invited = { agency_id: client.agency_id, client_ids: [client.id], email, role };
  const answer = await (await send("/api/invitations", invited, session)).text();
  const token = /token=([\w-]+)/.exec(answer)?.[1];
  await send("/api/invitations/accept", { token, name: "Vera", password });
}

/** Waits until the page says so. */
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

describe("signing in", () => {
  test("a wrong password is told in words, and the right one leads to where one wanted to go", async () => {
    const page = await open();
    await page.goto("/deliveries?status=held");
    await signIn(page, { ...owner, password: "not the password" });
    await says(page, "No operator has this e-mail address and password.");
    await signIn(page, owner);
    await page.getByRole("heading", { name: "Deliveries" }).waitFor();
    expect(new URL(page.url()).search).toContain("status=held");
  });

  test("whoever signs out sees nothing any more, by the back button neither", async () => {
    const page = await signedIn();
    await page.getByRole("link", { name: "Leads", exact: true }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in to Demo agency" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Sign in to Demo agency" }).waitFor();
  });

  test.each(["//evil.example/leads", "/\\evil.example/leads", "https://evil.example/"])(
    "%s is nowhere to go to",
    async (to) => {
      const page = await open();
      await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
      await signIn(page, owner);
      await page.getByRole("heading", { name: "Home" }).waitFor();
      expect(new URL(page.url()).origin).toBe(stack().consumerUrl);
    },
  );
});

describe("a lead", () => {
  test("is in the list, its panel says who has it, and its stage and a note are there after a reload", async () => {
    const { name, email } = await post();
    const page = await signedIn();
    await page.getByRole("link", { name: "Leads", exact: true }).click();
    await page.getByRole("row").filter({ hasText: name }).getByText(email).click();
    const panel = page.getByRole("complementary", { name: "The lead that is open" });
    await panel.getByText("Demo Make scenario has it.").waitFor();
    await panel.getByText(email).first().waitFor();
    const stage = panel.getByRole("combobox", { name: "Stage" });
    const other = (await stage.locator("option").allTextContents()).at(-1) ?? "";
    await stage.selectOption(other);
    await panel.getByLabel("A note for your colleagues").fill("Ring after six <b>please</b>");
    await panel.getByRole("button", { name: "Add note" }).click();
    await panel.getByText("Ring after six <b>please</b>").waitFor();
    await page.reload();
    await panel.getByText("Ring after six <b>please</b>").waitFor();
    await eventually(async () => (await stage.inputValue()) === other || undefined);
  });

  test("is found from any page by its phone number, with the whole way it went, and the number stays out of the address", async () => {
    const { name, phone } = await post();
    const page = await signedIn();
    await page.keyboard.press("/");
    await page.keyboard.type(phone);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Where is my lead?" }).waitFor();
    await says(page, name);
    await says(page, /Attempt 1 at Demo Make scenario: taken/);
    expect(page.url()).not.toContain(phone.slice(-6));
  });
});

test("a receiver refuses, letters are there by cause, the plan is shown before, and after the replay all is green", async () => {
  await stack().receiver.behave([{ status: 400, body: "no such field: budget", times: 3 }]);
  const people = [await post(), await post(), await post()];
  const page = await signedIn();
  await page
    .getByRole("link", { name: /Dead letters/ })
    .first()
    .click();
  await eventually(async () => {
    await page.reload();
    await page.getByRole("main").getByText("3 open", { exact: true }).waitFor({ timeout: 3_000 });
    return true;
  });
  await says(page, /no such field: budget/);
  await page.getByRole("button", { name: "Send these 3 again …" }).click();
  await says(page, /3 would be sent/);
  expect(await stack().receiver.received()).toHaveLength(3);
  await page.getByRole("button", { name: "Send 3 now" }).click();
  await says(page, "3 arrived, 0 failed again, 0 still to go");
  await says(page, "No dead letter is open");
  const sent = (await stack().receiver.received()).slice(3).map(({ body }) => JSON.stringify(body));
  for (const { email } of people) expect(sent.filter((body) => body.includes(email))).toHaveLength(1);
});

test("who may not see contacts is sent none, by no request of any page, and is offered no change", async () => {
  const { email, phone } = await post();
  const viewer = { email: "viewer@example.com", password: "correct horse viewer" };
  await invite(viewer, "client_viewer");
  const page = await open();
  const answers: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/"))
      void response.text().then(
        (text) => answers.push(text),
        () => {},
      );
  });
  await page.goto("/");
  await signIn(page, viewer);
  for (const place of ["Leads", "Not sent", "Deliveries", "Dead letters"]) {
    await page.getByRole("link", { name: place }).first().click();
    await page.getByRole("heading", { name: place, exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
  }
  await page.goto("/forms/form_demo?tab=fields");
  await page.getByRole("table", { name: "Fields that really came" }).waitFor();
  await says(page, "•••");
  expect(await page.getByRole("main").getByRole("combobox").count()).toBe(0);
  await page.getByRole("link", { name: "Leads", exact: true }).click();
  await page.getByRole("table", { name: "Leads" }).getByRole("row").nth(1).getByRole("cell").nth(1).click();
  await says(page, "Your role sees contact details masked.");
  expect(await page.getByRole("button", { name: "Add note" }).count()).toBe(0);
  expect(await page.getByRole("combobox", { name: "Stage" }).count()).toBe(1);
  expect(answers.length).toBeGreaterThan(5);
  for (const secret of [email, phone.slice(-10)])
    expect(answers.filter((text) => text.includes(secret))).toEqual([]);
});

describe("barriers that axe finds on any page, by theme and width", () => {
  test.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 360],
    ["dark", 360],
  ] as const)("%s, %i px: none", async (colorScheme, width) => {
    await post();
    const [destination] = await stack().query<{ id: string }>("SELECT id FROM destinations");
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    await page.goto("/");
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    const found = [await barriersOn(page)];
    await signIn(page, owner);
    await page.getByRole("heading", { name: "Home" }).waitFor();
    for (const path of [
      "/",
      "/leads",
      "/leads?layout=board",
      "/not-sent",
      "/deliveries",
      "/dead-letters",
      "/forms",
      "/forms/new",
      ...["paste", "fields", "page", "rules", "posts"].map((tab) => `/forms/form_demo?tab=${tab}`),
      "/statistics",
      "/where",
      "/clients?open=cli_demo",
      "/operators",
      "/access-keys",
      "/addresses",
      "/addresses?list=allowed",
      "/audit-log",
      "/settings",
      "/no-such-page",
      "/destinations",
      "/destinations/new",
      "/destinations/new?kind=webhook",
      ...["overview", "settings", "filter", "mapping", "limits", "rules", "events"].map(
        (tab) => `/destinations/${destination?.id}?tab=${tab}`,
      ),
      "/routes",
      "/routes/new",
    ]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      found.push((await barriersOn(page)).map((barrier) => `${path} ${barrier}`));
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
    await page.goto("/leads");
    await page.getByRole("table", { name: "Leads" }).getByRole("row").nth(1).getByRole("cell").nth(1).click();
    await page
      .getByRole("complementary", { name: "The lead that is open" })
      .getByText("What happened")
      .waitFor();
    found.push(await barriersOn(page));
    await page.getByRole("link", { name: "Full details" }).click();
    await page.getByRole("complementary", { name: "The lead that is open" }).waitFor({ state: "detached" });
    for (const [item, overlay] of [
      ["Send on purpose …", "Send on purpose"],
      ["Block its address …", "Block its address"],
    ] as const) {
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: item }).waitFor();
      found.push((await barriersOn(page)).map((barrier) => `menu: ${barrier}`));
      await page.getByRole("menuitem", { name: item }).click();
      await page.getByRole("dialog", { name: overlay }).waitFor();
      found.push((await barriersOn(page)).map((barrier) => `${overlay}: ${barrier}`));
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: overlay }).waitFor({ state: "detached" });
    }
    for (const [key, overlay] of [
      ["?", "Keys"],
      ["Control+k", "Find a page or an action"],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name: overlay }).waitFor();
      found.push((await barriersOn(page)).map((barrier) => `${overlay}: ${barrier}`));
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: overlay }).waitFor({ state: "detached" });
    }
    for (const [path, button, overlay] of [
      ["/clients", "Add a client …", "Add a client"],
      ["/operators", "Invite somebody …", "Invite somebody"],
      ["/access-keys", "Make a key …", "Make an access key"],
      ["/addresses", "Block a network …", "Block a network"],
      ["/settings", "Set it up …", "Is it you?"],
    ] as const) {
      await page.goto(path);
      await page.getByRole("button", { name: button }).first().click();
      await page.getByRole("dialog", { name: overlay }).waitFor();
      found.push((await barriersOn(page)).map((barrier) => `${overlay}: ${barrier}`));
    }
    expect(found.flat()).toEqual([]);
  });
});
