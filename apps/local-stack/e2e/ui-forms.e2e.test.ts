import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { barriersOn, useBrowser } from "./use-browser.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { open, signIn } = useBrowser(stack);
let owner: { email: string; password: string };
/** The one form that these tests make, in turn. */
let form: { path: string; action: string };

beforeAll(async () => {
  owner = await demoOwnerOf(stack());
});

async function signedIn(path: string): Promise<Page> {
  const page = await open();
  await page.goto(path);
  await signIn(page, owner);
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  return page;
}

const mapped = { "your-name": "Omar Mapped", "your-mail": "omar@example.com" };
const post = (fields: Record<string, string>) =>
  fetch(form.action, {
    method: "POST",
    redirect: "manual",
    headers: { "cf-connecting-ip": `203.0.113.${1 + Math.floor(Math.random() * 250)}` },
    body: new URLSearchParams(fields),
  });

test("a newcomer makes a form, pastes it into a page, sends it, and sees the first lead come in", async () => {
  const page = await signedIn("/forms");
  await page.getByRole("link", { name: "New form" }).click();
  await page.getByLabel("What do people call it?").fill("Lakeside page");
  await page.getByRole("button", { name: "Create the form" }).click();
  await page.getByRole("heading", { name: "Lakeside page" }).waitFor();
  const html = await page.locator("figure pre").first().innerText();
  form = { path: new URL(page.url()).pathname, action: /action="([^"]+)"/.exec(html)?.[1] ?? "" };
  expect(form.action).toMatch(new RegExp(`^${stack().producerUrl}/f/frm_`));
  await page.getByText("Waiting for the first post …").waitFor();

  const theirs = await open({ javaScriptEnabled: false });
  await theirs.goto(`data:text/html,${encodeURIComponent(html)}`);
  await theirs.getByLabel("Name").fill("Nadia Newcomer");
  await theirs.getByLabel("E-mail").fill("nadia@example.com");
  await theirs.getByRole("button", { name: "Send" }).click();
  await theirs.getByRole("heading", { name: "Thank you" }).waitFor();

  await page.getByText("Nadia Newcomer came in. It works.").waitFor();
  expect(await page.getByRole("link", { name: "Add a destination" }).count()).toBe(1);
  await page.getByRole("link", { name: "Open the lead" }).click();
  await page.getByRole("heading", { name: "Nadia Newcomer" }).first().waitFor();
});

test("a refused post is told with the names of its fields, and what another choice would have made of the last posts before it is saved", async () => {
  expect((await post(mapped)).status).toBe(422);
  const page = await signedIn(`${form.path}?tab=posts`);
  await page.getByText("1 × no e-mail and no phone was found").waitFor();
  await page.getByRole("link", { name: "Say what they are" }).click();
  await page.getByRole("combobox", { name: "What your-mail is taken for" }).selectOption({ label: "E-mail" });
  await page.getByRole("combobox", { name: "What your-name is taken for" }).selectOption({ label: "Name" });
  await page.getByText("None of the last 1 post would have been read otherwise.").waitFor();
  await page.getByRole("combobox", { name: "What email is taken for" }).selectOption({ label: "Keyword" });
  await page.getByText("1 of the last 1 post would have been read otherwise, and 1 refused").waitFor();
  await page.getByRole("combobox", { name: "What email is taken for" }).selectOption({ index: 0 });
  await page.getByRole("button", { name: "Save the fields" }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
});

test("a rule says what it does and what it would, and what was saved is taken back", async () => {
  const page = await signedIn(`${form.path}?tab=rules`);
  const bots = page.getByRole("region", { name: "Bots" });
  const name = page.getByRole("region", { name: "Name" }).getByRole("textbox");
  await name.fill("Not saved yet");
  await bots.getByRole("combobox").selectOption({ label: "Keep it apart" });
  await bots.getByText("kept apart for 30 days").waitFor();
  await bots.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await bots.getByText("handled as the installation says").waitFor();
  // What was typed into another part is still there.
  expect(await name.inputValue()).toBe("Not saved yet");
});

test("a test is posted as a visitor's browser does, and followed until it arrives", async () => {
  for (const path of [form.path, "/forms/form_demo"]) {
    const page = await signedIn(`${path}?tab=posts`);
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByRole("link", { name: "Open the lead" }).waitFor();
    await page
      .getByText(/Demo Make scenario (has|took|takes)/)
      .first()
      .waitFor();
  }
});

describe("the hosted page", () => {
  test("is set up beside its preview, and is there once it is on; posts are read by the mapping that was saved", async () => {
    const page = await signedIn(`${form.path}?tab=page`);
    await page.getByLabel("Title").fill("Visit Lakeside");
    await page.getByRole("button", { name: "Add a field" }).click();
    const added = page.getByRole("listitem", { name: "Field 5" });
    await added.getByLabel("Label").fill("Size");
    await added.getByLabel("Name it is posted under").fill("size");
    await added.getByLabel("Kind").selectOption({ label: "One of several" });
    await added.getByLabel("What to choose from, one a line").fill("2 BHK\n3 BHK");
    await page.getByRole("button", { name: "Move up: Size" }).click();
    await page.getByLabel("What people must agree to").fill("You may call me.");
    await page.getByRole("switch").click();
    await page.getByText("It is on: everybody with the link sees it.").waitFor();
    // The edge looks at what it knows of a form every half minute.
    const isThere = async () => (await fetch(form.action)).status === 200 || undefined;
    await eventually(isThere).catch(() => eventually(isThere));
    expect((await post(mapped)).status).toBeLessThan(400);
    await page.goto("/leads");
    await page.getByText("Omar Mapped").first().waitFor();
  });

  test.each([
    ["light", 1440, false],
    ["light", 1440, true],
    ["dark", 1440, true],
    ["light", 360, true],
    ["dark", 360, false],
    ["dark", 320, true],
  ] as const)(
    "%s, %i px, scripts %s: is filled in, asks about what reaches nobody, and has no barriers",
    async (colorScheme, width, javaScriptEnabled) => {
      const page = await open({ colorScheme, viewport: { width, height: 800 }, javaScriptEnabled });
      // What looks for barriers is a script itself, and no page of ours has one.
      const barriers = async () => (javaScriptEnabled ? barriersOn(page) : []);
      const who = `hana-${colorScheme}-${width}-${javaScriptEnabled}`;
      await page.goto(`${form.action}?utm_source=insta&gclid=g${width}`);
      await page.getByRole("heading", { name: "Visit Lakeside" }).waitFor();
      const found = [await barriers()];
      if (javaScriptEnabled)
        expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
          width,
        );
      await page.getByLabel("Name").fill(`Hana ${who}`);
      await page.getByLabel("E-mail").fill(`${who}@example`);
      await page.getByLabel("Size").selectOption("3 BHK");
      await page.getByLabel("You may call me.").check();
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByRole("alert").getByText("is not complete").waitFor();
      found.push(await barriers());
      expect(await page.getByLabel("Size").inputValue()).toBe("3 BHK");
      expect(await page.getByLabel("You may call me.").isChecked()).toBe(true);
      await page.getByLabel("E-mail").fill(`${who}@example.com`);
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("Your details have arrived").waitFor();
      found.push(await barriers());
      expect(found.flat()).toEqual([]);
      const stored = await eventually(async () => {
        const [row] = await stack().query<{ payload_json: string }>(
          "SELECT payload_json FROM lead_submissions WHERE contact_email = ?",
          `${who}@example.com`,
        );
        return row;
      });
      expect(JSON.parse(stored.payload_json)).toMatchObject({
        size: "3 BHK",
        consent: "You may call me.",
        utm_source: "insta",
        gclid: `g${width}`,
      });
    },
  );
});
