import { signRequest } from "@leadrelay/signing/request-signature/sign-request";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { newPerson } from "../harness/person.ts";
import { totpOf } from "../harness/totp-of.ts";
import { barriersOn, useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { open, signIn } = useBrowser(stack);
const password = "correct horse battery";
let owner: { email: string; password: string };

beforeAll(async () => {
  owner = await demoOwnerOf(stack());
});

let session: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>> | undefined;

/** The owner, signed in once for all tests: passwords are tried ten times a minute from one address. */
async function signedIn(): Promise<Page> {
  const page = await open(session === undefined ? {} : { storageState: session });
  await page.goto("/settings");
  if (session === undefined) await signIn(page, owner);
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  session = await page.context().storageState();
  return page;
}

/** Invites somebody with the mouse; the link, which is shown once. */
async function inviteByMouse(page: Page, email: string, role: string): Promise<string> {
  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("button", { name: "Invite somebody …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Their e-mail address").fill(email);
  await dialog.getByRole("radio", { name: new RegExp(`^${role}`) }).check();
  const clients = dialog.getByRole("checkbox", { name: "Demo client" });
  if ((await clients.count()) > 0) await clients.check();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByRole("textbox", { name: "The link" }).inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  return link;
}

/** Accepts a link in a browser of its own, and goes on to the sign-in page. */
async function accept(link: string, name: string): Promise<Page> {
  // From an address of its own: passwords are tried ten times a minute from one.
  const page = await open({ extraHTTPHeaders: { "cf-connecting-ip": newPerson().ip } });
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  await page.getByRole("link", { name: "Sign in" }).click();
  return page;
}

test("who is invited comes from the link to the first page, with a second factor from the picture's secret", async () => {
  const email = "asha@example.com";
  const link = await inviteByMouse(await signedIn(), email, "Administrator");
  const page = await accept(link, "Asha Rao");
  await signIn(page, { email, password });
  await page.getByRole("heading", { name: "Home" }).waitFor();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Set it up …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await dialog.getByRole("img", { name: "QR code with the secret" }).waitFor();
  const secret = (await dialog.locator("code").innerText()).replaceAll(/\s/g, "");
  await dialog.getByLabel("Then type the six digits that it shows").fill(totpOf(secret));
  await dialog.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("dialog", { name: "Backup codes" }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  const [backupCode = ""] = await dialog.getByRole("listitem").allInnerTexts();
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("Signing in asks for six digits of your authenticator.").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in to Demo agency" }).waitFor();
  await signIn(page, { email, password });
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Backup code").fill(backupCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("heading", { name: "Home" }).waitFor();
  const again = await open();
  await again.goto(link);
  await again.getByText("This invitation is accepted.").waitFor();
});

test("a key that was made works with the secret that was shown once, and is refused once it is revoked", async () => {
  const page = await signedIn();
  await page.getByRole("link", { name: "Access keys" }).click();
  await page.getByRole("button", { name: "Make a key …" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What it is for").fill("Nightly export");
  await dialog.getByRole("checkbox", { name: /See forms, destinations/ }).check();
  await dialog.getByRole("button", { name: "Make it" }).click();
  const shown = (title: string) => dialog.getByLabel(title, { exact: true }).locator("visible=true");
  const keyId = (await shown("Key id").last().innerText()).trim();
  const secret = (await shown("Secret").last().innerText()).trim();
  await dialog.getByRole("button", { name: "I have it" }).click();
  const ask = async () => {
    const url = `${stack().consumerUrl}/api/clients`;
    const nonce = crypto.randomUUID().replaceAll("-", "");
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = await signRequest({ keyId, secret, method: "GET", url, timestamp, nonce });
    return (await fetch(url, { headers })).status;
  };
  expect(await ask()).toBe(200);
  await page.getByRole("link", { name: "Nightly export" }).click();
  await page.getByRole("button", { name: "Change …" }).click();
  await dialog.getByLabel("What it is for").fill("Weekly export");
  await dialog.getByLabel("Until").fill("2099-12-31");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Weekly export" }).waitFor();
  expect(await ask()).toBe(200);
  await page.getByRole("button", { name: "Revoke …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke it" }).click();
  await page.getByText("Weekly export opens nothing any more").waitFor();
  expect(await ask()).toBe(401);
});

test("a client is made with its zone and pipeline, a network is blocked and let go, and the log tells of it", async () => {
  const page = await signedIn();
  await page.getByRole("link", { name: "Clients" }).click();
  await page.getByRole("button", { name: "Add a client …" }).click();
  await page.getByRole("dialog").getByLabel("What it is called").fill("Hilltop Villas");
  await page.getByRole("dialog").getByLabel("Time zone").fill("Europe/Atlantis");
  await page.getByRole("dialog").getByRole("button", { name: "Add it" }).click();
  await page.getByText("should be a time zone's IANA name").waitFor();
  await page.getByRole("dialog").getByLabel("Time zone").fill("Europe/Lisbon");
  await page.getByRole("dialog").getByRole("button", { name: "Add it" }).click();
  const panel = page.getByRole("complementary", { name: "The client that is open" });
  await panel.getByRole("button", { name: "Add a stage" }).click();
  await panel.getByLabel("Stage 6").fill("visited");
  await panel.getByRole("button", { name: "Move visited up" }).click();
  await panel.getByRole("button", { name: "Remove qualified" }).click();
  await panel.getByRole("button", { name: "Save the pipeline" }).click();
  await page.getByText("The pipeline is saved").waitFor();
  await page.goto("/clients");
  const row = page.getByRole("row").filter({ hasText: "Hilltop Villas" });
  await row.getByText("new › contacted › won › visited › lost").waitFor();
  await row.getByText("Europe/Lisbon").waitFor();

  await page.getByRole("link", { name: "Addresses" }).click();
  await page.getByLabel("Choose a client").selectOption({ label: "Hilltop Villas" });
  await page.getByRole("button", { name: "Block a network …" }).click();
  await page.getByRole("dialog").getByLabel("Address or network").fill("203.0.113.0/24");
  await page.getByRole("dialog").getByLabel("Why").fill("Rubbish");
  await page.getByRole("dialog").getByRole("button", { name: "Block it" }).click();
  const remove = page.getByRole("button", { name: "Remove 203.0.113.0/24" });
  await remove.click();
  await page.getByText("No network is blocked").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await remove.waitFor();
  await page.getByRole("cell", { name: "Rubbish" }).waitFor();

  await page.getByRole("link", { name: "Audit log" }).click();
  for (const deed of ["added the client", "changed the client", "unblocked a network", "blocked a network"])
    await page
      .getByRole("link", { name: `${owner.email} ${deed}` })
      .first()
      .waitFor();
  await page.getByLabel("About").selectOption({ label: "Blocked networks" });
  await page.getByRole("link", { name: "changed the client" }).waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("about")).toBe("blocked_ip");
});

test("an agency's hue and logo are worn by the frame, the sign-in page and the page that its links lead to", async () => {
  const page = await signedIn();
  await page.getByLabel("Colour", { exact: true }).fill("145");
  await page.getByLabel("Choose a picture …").setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    ),
  });
  await page.getByRole("button", { name: "Save the look" }).click();
  await page.getByText("The agency’s look is saved").waitFor();
  const hueOf = (shown: Page) =>
    shown.evaluate<string>("getComputedStyle(document.documentElement).getPropertyValue('--brand-hue')");
  const widthOf = (shown: Page, selector: string) =>
    shown.evaluate<number>(`document.querySelector("${selector}").naturalWidth`);
  const link = await inviteByMouse(page, "ben@example.com", "Viewer");
  expect(await hueOf(page)).toBe("145");
  expect(await page.locator("#sidebar img").getAttribute("src")).toMatch(/^\/logos\//);
  expect(await widthOf(page, "#sidebar img")).toBe(1);
  const invited = await open();
  await invited.goto(link);
  await invited.getByRole("heading", { name: "Join Demo agency" }).waitFor();
  expect((await hueOf(invited)).trim()).toBe("145");
  expect(await widthOf(invited, ".whose img")).toBe(1);
  await invited.goto("/sign-in");
  await invited.getByRole("heading", { name: "Sign in to Demo agency" }).waitFor();
  expect(await hueOf(invited)).toBe("145");
});

describe("each role", () => {
  const pages = ["Clients", "Addresses", "People", "Access keys", "Audit log", "Settings"];
  test.each([
    ["Viewer", ["Clients", "Addresses", "Settings"], false],
    ["Administrator", ["Clients", "Addresses", "People", "Access keys", "Audit log", "Settings"], true],
    ["Operator", ["Clients", "Addresses", "Audit log", "Settings"], true],
  ])("a %s sees what the role is for, and is offered no more", async (role, seen, mayChange) => {
    const email = `${role.toLowerCase()}@example.com`;
    const page = await accept(await inviteByMouse(await signedIn(), email, role), role);
    await signIn(page, { email, password });
    await page.getByRole("heading", { name: "Home" }).waitFor();
    const nav = page.getByRole("navigation", { name: "Pages" });
    const links = await nav.getByRole("link").allInnerTexts();
    expect(pages.filter((title) => links.includes(title))).toEqual(seen);
    await page.goto("/clients?open=cli_demo");
    const panel = page.getByRole("complementary", { name: "The client that is open" });
    await panel.getByText("Pipeline").first().waitFor();
    expect(await panel.getByRole("button", { name: "Save the pipeline" }).count()).toBe(mayChange ? 1 : 0);
    expect(await panel.getByRole("button", { name: "Archive …" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Add a client …" }).count()).toBe(0);
    await page.goto("/settings");
    await page.getByRole("heading", { name: "Second factor" }).waitFor();
    expect(await page.getByRole("heading", { name: "Agency" }).count()).toBe(0);
    await page.goto("/operators");
    if (role === "Administrator") {
      await page.getByRole("button", { name: "Invite somebody …" }).click();
      expect(await page.getByRole("dialog").getByRole("radio").count()).toBe(2);
    } else {
      await page.getByText("This needs operators:manage").waitFor();
      expect(await page.getByRole("button", { name: "Invite somebody …" }).count()).toBe(0);
    }
  });
});

test("two agencies never see each other's people, whichever page they open", async () => {
  const other = "other.owner@elsewhere.example";
  const page = await signedIn();
  const link = await page.evaluate<string>(`fetch("/api/agencies", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Elsewhere", owner_email: "${other}" }),
  }).then((answer) => answer.json()).then(({ link }) => link)`);
  const theirs = await accept(link, "Olga Other");
  await theirs.getByRole("heading", { name: "Sign in to LeadRelay" }).waitFor();
  const answers: string[] = [];
  theirs.on("response", (response) => {
    if (response.url().includes("/api/"))
      void response.text().then(
        (text) => answers.push(text),
        () => null,
      );
  });
  await signIn(theirs, { email: other, password });
  await theirs.getByRole("heading", { name: "Home" }).waitFor();
  for (const path of [
    "/operators",
    "/clients?archived=too",
    "/access-keys",
    "/addresses",
    "/audit-log",
    "/settings",
  ]) {
    await theirs.goto(path);
    await theirs.waitForLoadState("networkidle");
  }
  expect(answers.length).toBeGreaterThan(10);
  for (const secret of ["cli_demo", "agc_demo", "Demo client", "asha@example.com", "viewer@example.com"])
    expect(answers.filter((text) => text.includes(secret))).toEqual([]);
  await page.goto("/operators");
  await page.getByRole("table", { name: "People" }).waitFor();
  expect(await page.getByText(other).count()).toBe(0);
});
