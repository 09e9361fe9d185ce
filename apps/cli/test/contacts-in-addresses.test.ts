import { expect, it } from "vitest";
import { commandLines } from "./command-lines.ts";
import { fakeApi } from "./fake-api.ts";
import { keyEnv as env } from "./fake-installation.ts";
import { run } from "./outside-in-memory.ts";

const stdin = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";
const contacts = /asha|@example\.com|9876543210/i;
const aboutContacts = [
  ...Object.values(commandLines).flat(),
  "lead export asha",
  "lead export --email asha@example.com",
  "lead list --phone 9876543210 --output csv",
  "lead list asha --output ndjson",
  // A cursor of that list is a name.
  "lead list --sort name --cursor asha",
  "lead find 9876543210",
  "lead find +91-9876543210",
  "operator role asha@example.com --role client_admin --client cli_1",
  "operator remove asha@example.com --yes",
].filter((line) => contacts.test(line));

it.each(aboutContacts)("`%s` puts nobody's contact details in an address", async (line) => {
  const { sent } = await run(line.split(" "), { env, stdin, server: fakeApi });
  expect(sent).not.toEqual([]);
  for (const { request } of sent) expect(decodeURIComponent(request.url)).not.toMatch(contacts);
});
