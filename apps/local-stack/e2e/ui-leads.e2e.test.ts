import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { newPerson } from "../harness/person.ts";
import { accept, apiOf, type ApiOf } from "./api-of.ts";
import { useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { open, signIn } = useBrowser(stack);
const viewer = { email: "viewer@example.com", password: "correct horse viewer" };
const rival = { email: "rival@example.com", password: "correct horse rival" };
let owner: { email: string; password: string };
let api: ApiOf;
let client: { id: string; agency_id: string };

beforeAll(async () => {
  owner = await demoOwnerOf(stack());
  const origin = stack().consumerUrl;
  api = await apiOf(origin, owner);
  const [demo] = await stack().query<typeof client>("SELECT id, agency_id FROM clients");
  if (demo === undefined) throw new Error("The demo client is there from the start");
  client = demo;
  const invited = {
    agency_id: demo.agency_id,
    client_ids: [demo.id],
    email: viewer.email,
    role: "client_viewer",
  };
  await accept(origin, await api.send("POST", "/api/invitations", invited), viewer.password);
});

let posted = 0;
/** Somebody new posts the demo form; who, and their lead's id. */
async function lead(given: Record<string, string> = {}) {
  const { ip, email, phone } = newPerson();
  const who = { name: `Person ${(posted += 1)} ${phone.slice(-4)}`, email, phone, ip, ...given };
  const id = await post(who);
  return { ...who, id };
}

async function post({
  ip,
  ...fields
}: Record<string, string> & { ip: string; email: string }): Promise<string> {
  const count = "SELECT count(*) AS n FROM lead_submissions WHERE contact_email = ?";
  const of = async () => (await stack().query<{ n: number }>(count, fields.email))[0]?.n ?? 0;
  const before = await of();
  const answer = await stack().post(new URLSearchParams(fields), { "cf-connecting-ip": ip });
  expect(answer.status).toBe(301);
  await eventually(async () => (await of()) > before || undefined);
  const [found] = await stack().query<{ id: string }>(
    "SELECT l.public_id AS id FROM leads l JOIN lead_submissions s ON s.lead_id = l.id WHERE s.contact_email = ?",
    fields.email,
  );
  return found?.id ?? "";
}

async function signedIn(path: string, who = owner): Promise<Page> {
  const page = await open();
  await page.goto(path);
  await signIn(page, who);
  await page.getByRole("heading", { name: "Leads", exact: true }).waitFor();
  return page;
}

const statusOf = async (id: string) =>
  (await stack().query<{ status: string }>("SELECT status FROM leads WHERE public_id = ?", id))[0]?.status;
const isAt = (id: string, stage: string) =>
  eventually(async () => (await statusOf(id)) === stage || undefined);

describe("the board", () => {
  test("takes a card that is dragged to another stage, tells so, and takes it back", async () => {
    const { name, id } = await lead();
    const page = await signedIn("/leads?layout=board");
    const card = page.getByRole("listitem").filter({ hasText: name });
    const won = page.getByRole("region", { name: /^won/ });
    await page.getByRole("region", { name: /^new/ }).getByText(name).waitFor();
    await page.waitForLoadState("networkidle");
    await card.dragTo(won);
    await won.getByText(name).waitFor();
    await isAt(id, "won");
    await page.getByText(`${name} is at won now`).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("region", { name: /^new/ }).getByText(name).waitFor();
    await isAt(id, "new");
    await page.getByText(`${name} is back at new`).waitFor();
  });

  test("is gone through by the keyboard alone, and each move is spoken", async () => {
    const { name, id } = await lead();
    const page = await signedIn("/leads?layout=board");
    const move = page.getByRole("button", { name: `Move to … ${name}` });
    await move.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "contacted" }).waitFor();
    await page.keyboard.type("qual");
    await page.keyboard.press("Enter");
    await page
      .getByRole("region", { name: /^qualified/ })
      .getByText(name)
      .waitFor();
    await isAt(id, "qualified");
    await page.locator("[aria-live]").getByText(`${name} is at qualified now`).waitFor();
  });

  test("tells of who came, and whom a colleague moved, without a reload", async () => {
    const moved = await lead();
    const page = await open();
    await page.clock.install();
    await page.goto("/leads?layout=board");
    await signIn(page, owner);
    const [fresh, lost] = [/^new/, /^lost/].map((name) => page.getByRole("region", { name }));
    await fresh?.getByText(moved.name).waitFor();
    await page.waitForLoadState("networkidle");
    await api.send("PATCH", `/api/leads/${moved.id}`, { status: "lost" });
    const came = await lead();
    await page.clock.runFor(31_000);
    await lost?.getByText(moved.name).waitFor();
    await fresh?.getByText(came.name).waitFor();
    expect(await fresh?.getByText(moved.name).count()).toBe(0);
  });

  test("counts its stages", async () => {
    const page = await signedIn("/leads?layout=board");
    const rows = "SELECT status, count(*) AS n FROM leads WHERE client_id = ? GROUP BY 1";
    for (const { status, n } of await stack().query<{ status: string; n: number }>(rows, client.id))
      await page.getByRole("heading", { name: `${status} ${n}`, exact: true }).waitFor();
  });
});

describe("the table", () => {
  test("shows a lead where it was moved to, though the list was looked at before", async () => {
    const { name, id } = await lead();
    const page = await signedIn("/leads");
    const row = page.getByRole("table", { name: "Leads" }).getByRole("row").filter({ hasText: name });
    // Both the list and its beginning are there: what was looked at is how rows are shown.
    await page.waitForLoadState("networkidle");
    await row.getByRole("button", { name: `new: move ${name}` }).click();
    await page.getByRole("menuitem", { name: "won" }).click();
    await row.getByRole("button", { name: `won: move ${name}` }).waitFor({ timeout: 5_000 });
    await isAt(id, "won");
  });

  test("knows the pipeline of a client who is not among the first hundred", async () => {
    const { name } = await lead();
    const { items } = JSON.parse(await api.send("GET", "/api/clients?limit=1")) as { items: object[] };
    const others = Array.from({ length: 100 }, (_, place) => ({
      ...items[0],
      id: `cli_${place}`,
      name: "Other",
    }));
    const page = await open();
    await page.route(/\/api\/clients\?/, (route) =>
      route.fulfill({
        json: route.request().url().includes("cursor=")
          ? { items, next_cursor: null }
          : { items: others, next_cursor: "more" },
      }),
    );
    await page.goto("/leads");
    await signIn(page, owner);
    const row = page.getByRole("table", { name: "Leads" }).getByRole("row").filter({ hasText: name });
    await row.getByRole("button", { name: `new: move ${name}` }).click();
    await page.getByRole("menuitem", { name: "won" }).waitFor({ timeout: 5_000 });
  });

  test("asks once for further leads that do not come, says so, and asks again when told to", async () => {
    await lead();
    const { items } = JSON.parse(await api.send("GET", "/api/leads?limit=1")) as { items: object[] };
    const many = Array.from({ length: 30 }, (_, place) => ({ ...items[0], id: `lead_${place}` }));
    const page = await open();
    let isDown = true;
    let asked = 0;
    await page.route(/\/api\/leads\?/, async (route) => {
      if (!route.request().url().includes("cursor="))
        return route.fulfill({ json: { items: many, next_cursor: "more" } });
      asked += 1;
      return isDown
        ? route.fulfill({ status: 403, json: { status: 403, title: "Not now", detail: "No more come." } })
        : route.fulfill({ json: { items: [], next_cursor: null } });
    });
    await page.goto("/leads");
    await signIn(page, owner);
    await page.getByText("No more come.").waitFor();
    await page.waitForTimeout(1_000);
    expect(asked).toBe(1);
    isDown = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No more come.").waitFor({ state: "detached" });
  });
});

describe("a view", () => {
  test("is kept for oneself or for others, and shows the same again", async () => {
    const { name, id } = await lead();
    await api.send("PATCH", `/api/leads/${id}`, { status: "lost" });
    const page = await signedIn("/leads?stage=lost&sort=oldest");
    const keep = async (called: string, who: string) => {
      await page.getByRole("button", { name: "Save view" }).click();
      await page.getByLabel("Name", { exact: true }).fill(called);
      await page.getByLabel(who).check();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("link", { name: called }).waitFor();
    };
    await keep("Mine alone", "For me");
    await page.getByLabel("Tests").selectOption("none");
    await keep("Lost for all", "For all who see");
    await page.getByRole("link", { name: "All leads" }).click();
    await page.getByRole("link", { name: "Lost for all" }).click();
    await page.getByRole("table", { name: "Leads" }).getByText(name).waitFor();
    const { search } = new URL(page.url());
    for (const part of ["stage=lost", "sort=oldest", "tests=none"]) expect(search).toContain(part);

    const seen = await signedIn("/leads", viewer);
    await seen.getByRole("link", { name: "Lost for all" }).click();
    await seen.getByRole("table", { name: "Leads" }).getByRole("row").nth(1).waitFor();
    expect(await seen.getByRole("link", { name: "Mine alone" }).count()).toBe(0);
    expect(await seen.getByRole("button", { name: /More about the view/ }).count()).toBe(0);

    const edit = async (called: string, to: { name: string; who: string }) => {
      await page.getByRole("link", { name: called }).click();
      await page.getByRole("button", { name: `More about the view ${called}` }).click();
      await page.getByRole("menuitem", { name: "Rename or share" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name", { exact: true }).fill(to.name);
      await dialog.getByLabel(to.who).check();
      await dialog.getByRole("button", { name: "Save" }).click();
      await page.getByRole("link", { name: to.name }).waitFor();
    };
    await edit("Mine alone", { name: "Lost by now", who: "For all who see" });
    await seen.reload();
    await seen.getByRole("link", { name: "Lost by now" }).waitFor();
    await edit("Lost by now", { name: "Mine again", who: "For me" });
    await seen.reload();
    await seen.getByRole("link", { name: "Lost for all" }).waitFor();
    expect(await seen.getByRole("link", { name: /Mine again|Lost by now/ }).count()).toBe(0);

    await page.getByRole("link", { name: "Lost for all" }).click();
    await page.getByRole("button", { name: "More about the view Lost for all" }).click();
    await page.getByRole("menuitem", { name: "Delete this view" }).click();
    await page.getByRole("link", { name: "Lost for all" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Lost for all" }).waitFor();
  });
});

test("an export has what the list shows, and calculates nothing in a spreadsheet", async () => {
  const formula = await lead({ name: "=HYPERLINK(1) Exported" });
  const other = await lead({ name: "Plain Exported" });
  const page = await signedIn("/leads");
  await page.getByLabel(/^Find by name/).fill("Exported");
  await page.keyboard.press("Enter");
  const table = page.getByRole("table", { name: "Leads" });
  // The rows of before stand until those that were looked for are there.
  const shown = await eventually(async () => {
    const count = await table.getByRole("row").count();
    return count === 3 ? count : undefined;
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export", exact: true }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(shown);
  expect(lines.find((line) => line.includes(formula.id))).toContain(`"'=HYPERLINK(1) Exported"`);
  expect(lines.find((line) => line.includes(other.id))).toContain("Plain Exported");
  expect(page.url()).not.toContain("Exported");
  await page.getByText("2 leads exported").waitFor();
});

describe("a lead's page", () => {
  test("marks what a submission changed, sends on purpose what nobody was sent, and splits off what is another's", async () => {
    const first = await lead();
    await eventually(async () => (await stack().receiver.received()).length > 0 || undefined);
    await post({ ...first, name: "Somebody Else" });
    const page = await open();
    await page.goto(`/leads/${first.id}`);
    await signIn(page, owner);
    const second = page.getByRole("listitem").filter({ hasText: "Submission 2" });
    await second.getByText("Somebody Else", { exact: true }).waitFor();
    await second.getByText(`was ${first.name}`).waitFor();
    const sent = (await stack().receiver.received()).length;

    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Send on purpose …" }).click();
    await page.getByLabel("Demo Make scenario").check();
    await page.getByRole("button", { name: "Show the plan" }).click();
    await page.getByText("1 delivery would be sent:").waitFor();
    expect((await stack().receiver.received()).length).toBe(sent);
    await page.getByRole("button", { name: "Send it now" }).click();
    await eventually(async () => (await stack().receiver.received()).length === sent + 1 || undefined);

    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Split off submissions …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Submission 2/).check();
    await dialog.getByRole("button", { name: "Show the plan" }).click();
    await dialog.getByText("The new lead", { exact: true }).waitFor();
    await dialog.getByRole("button", { name: "Split them off" }).click();
    await page.getByRole("heading", { name: "Somebody Else" }).waitFor();
    expect(page.url()).not.toContain(first.id);
  });

  test("blocks an address and takes that back", async () => {
    const { id, ip } = await lead();
    const page = await open();
    await page.goto(`/leads/${id}`);
    await signIn(page, owner);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Block its address …" }).click();
    await page.getByRole("dialog").getByText(ip).waitFor();
    await page.getByRole("button", { name: "Block it" }).click();
    await page.getByText(`${ip}/32 is blocked`).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText(`${ip}/32 is not blocked any more`).waitFor();
    expect(await stack().query("SELECT 1 FROM blocked_ips WHERE cidr = ?", `${ip}/32`)).toEqual([]);
  });

  test("is printed without what stands around it", async () => {
    const { id, name } = await lead();
    const page = await open();
    await page.goto(`/leads/${id}`);
    await signIn(page, owner);
    await page.getByRole("heading", { name }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Print" }).count()).toBe(0);
    await page.getByText("Where it stands").waitFor();
  });
});

test("who sees contacts masked is sent none: no list, board, panel or page", async () => {
  const { id, email, phone } = await lead();
  const page = await open();
  const answers: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/"))
      void response.text().then(
        (text) => answers.push(text),
        () => {},
      );
  });
  await page.goto("/leads");
  await signIn(page, viewer);
  await page.getByRole("table", { name: "Leads" }).waitFor();
  for (const path of ["/leads?layout=board", `/leads?open=${id}`, `/leads/${id}`, "/leads?sort=last_seen"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
  }
  await page.goto(`/leads/${id}`);
  await page.getByText("Your role sees contact details masked.").waitFor();
  expect(await page.getByRole("button", { name: "More", exact: true }).count()).toBe(0);
  expect(await page.getByText("All that was posted").count()).toBe(0);
  expect(answers.length).toBeGreaterThan(8);
  for (const secret of [email, phone.slice(-9)])
    expect(answers.filter((text) => text.includes(secret))).toEqual([]);
});

test("two agencies side by side never meet: lists, panels by a guessed id, views and exports", async () => {
  const ours = await lead();
  const origin = stack().consumerUrl;
  const made = await api.send("POST", "/api/agencies", { name: "Rival agency", owner_email: rival.email });
  await accept(origin, made, rival.password);
  const theirs = await apiOf(origin, rival);
  const agency_id = /"id":"([^"]+)"/.exec(made)?.[1] ?? "";
  const their = JSON.parse(
    await theirs.send("POST", "/api/clients", { agency_id, name: "Rival villas" }),
  ) as { id: string };
  await theirs.send("POST", "/api/forms", {
    client_id: their.id,
    name: "Rival form",
    form_key: "frm_rival",
    allowed_hosts: [],
  });
  await theirs.send("POST", "/api/saved-views", {
    name: "Rival view",
    is_shared: true,
    client_id: their.id,
    view: {},
  });
  await api.send("POST", "/api/saved-views", {
    name: "Demo view",
    is_shared: true,
    client_id: client.id,
    view: {},
  });
  const stranger = newPerson();
  await eventually(async () => {
    const fields = new URLSearchParams({ name: "Rival person", email: stranger.email });
    const answer = await fetch(`${stack().producerUrl}/f/frm_rival`, {
      method: "POST",
      body: fields,
      redirect: "manual",
    });
    return answer.status < 400 || undefined;
  });
  const [mine, others] = [await signedIn("/leads"), await signedIn("/leads", rival)];
  await mine.getByRole("table", { name: "Leads" }).getByText(ours.name).waitFor();
  await eventually(async () => {
    await others.reload();
    await others.getByRole("table", { name: "Leads" }).getByText("Rival person").waitFor({ timeout: 3_000 });
    return true;
  });
  expect(await others.getByRole("table", { name: "Leads" }).getByRole("row").count()).toBe(2);
  expect(await mine.getByText("Rival person").count()).toBe(0);
  expect([
    await mine.getByRole("link", { name: "Rival view" }).count(),
    await others.getByRole("link", { name: "Demo view" }).count(),
  ]).toEqual([0, 0]);
  const [download] = await Promise.all([
    others.waitForEvent("download"),
    others.getByRole("button", { name: "Export", exact: true }).click(),
  ]);
  const exported = await readFile(await download.path(), "utf8");
  expect(exported).toContain(stranger.email);
  expect(exported).not.toContain(ours.email);
  for (const path of [`/leads?open=${ours.id}`, `/leads/${ours.id}`]) {
    await others.goto(path);
    await others.getByText("There is no lead with this id among those you may use here.").waitFor();
    expect(await others.getByText(ours.name).count()).toBe(0);
  }
  await others.goto(`/leads?layout=board&client=${client.id}`);
  await others.waitForLoadState("networkidle");
  expect(await others.getByText(ours.name).count()).toBe(0);
});
