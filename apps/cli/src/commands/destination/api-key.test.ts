import { describe, expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const here = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzcd34";
const elsewhere = "https://hook.us1.make.com/abcdefghijklmnopqrstuvwxyzcd34";
const destination = (has_api_key: boolean) => ({
  id: "dst_1",
  name: "Make",
  settings: { url_hint: "https://hook.eu2.make.com/…ab12", has_api_key },
  enabled: true,
  event_types: ["lead.created"],
  environments: ["production"],
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
});
type Given = Omit<NonNullable<Parameters<typeof run>[1]>, "env" | "server">;
const change = async (args: readonly string[], given: Given = {}, hasKey = true) => {
  const server = () => json(destination(hasKey), { headers: { etag: '"7"' } });
  const ran = await run(["destination", "change", "dst_1", ...args], { env, server, ...given });
  const patch = ran.sent.find(({ request }) => request.method === "PATCH")?.body ?? "null";
  return { ...ran, settings: (JSON.parse(patch) as { settings: unknown } | null)?.settings };
};

describe("an API key", () => {
  it("is asked for unseen at a terminal", async () => {
    const typed = [["API key that its receiver expects", "k3y-in-hand\r"]] as const;
    const { settings, err, out } = await change(["--api-key"], { typed });
    expect(settings).toEqual({ api_key: "k3y-in-hand" });
    expect(err + out).not.toContain("k3y-in-hand");
  });

  it.each([
    ["is read from what is piped in", ["--api-key"], "k3y\n", { api_key: "k3y" }],
    [
      "is the second line below the address",
      ["--stdin", "--api-key"],
      `${elsewhere}\nk3y\n`,
      { url: elsewhere, api_key: "k3y" },
    ],
    ["is taken away", ["--no-api-key"], "", { api_key: null }],
    [
      "is taken away with a new address",
      ["--stdin", "--no-api-key"],
      elsewhere,
      { url: elsewhere, api_key: null },
    ],
    [
      "may stand in settings as JSON",
      ["--stdin"],
      `{"url":"${elsewhere}","api_key":"k3y"}`,
      { url: elsewhere, api_key: "k3y" },
    ],
  ])("%s", async (_what, args, stdin, settings) => {
    expect(await change(args, { stdin })).toMatchObject({ code: 0, settings });
  });

  it.each([
    [["--api-key"], "", "an API key was expected there"],
    [["--stdin", "--api-key"], here, "two lines are expected"],
    [["--stdin", "--api-key"], `${here}\na\nb`, "two lines are expected"],
  ])("%j with %j piped in is a wrong usage", async (args, stdin, what) => {
    const { code, err, sent } = await change(args, { stdin });
    expect([code, sent.length]).toEqual([2, 0]);
    expect(err).toContain(what);
  });

  it("is given with a new destination, too", async () => {
    const args = ["destination", "create", "--client", "cli_1", "--name", "Make", "--api-key"];
    const { sent } = await run(args, {
      env,
      server: () => json(destination(true)),
      typed: [
        ["Address of the webhook", `${here}\r`],
        ["API key that its receiver expects", "k3y\r"],
      ],
    });
    expect(JSON.parse(sent.at(-1)?.body ?? "")).toMatchObject({ settings: { url: here, api_key: "k3y" } });
  });
});

describe("a new address of a destination that has a key", () => {
  const address = (url: string) => ["Address of the webhook", `${url}\r`] as const;
  const goes = "Is the API key that it has right for the new address at hook.eu2.make.com";
  const anew = "Its API key was given for hook.eu2.make.com and stays there";
  it.each([
    ["on the same host keeps it after a yes", here, [goes, "y"], { url: here }],
    ["on the same host takes it away after a no", here, [goes, "n"], { url: here, api_key: null }],
    ["on another host has it given anew", elsewhere, [anew, "k3y\r"], { url: elsewhere, api_key: "k3y" }],
    [
      "on another host has none where none is given",
      elsewhere,
      [anew, "\r"],
      { url: elsewhere, api_key: null },
    ],
  ] as const)("%s", async (_what, url, answer, settings) => {
    const typed = [address(url), answer];
    expect(await change(["--address"], { typed })).toMatchObject({ code: 0, settings });
  });

  it("is not asked about where the destination has none", async () => {
    const { settings } = await change(["--address"], { typed: [address(elsewhere)] }, false);
    expect(settings).toEqual({ url: elsewhere });
  });

  it("that is piped in keeps it on its host, and says so", async () => {
    const { settings, err } = await change(["--stdin"], { stdin: here });
    expect(settings).toEqual({ url: here });
    expect(err).toContain("leadrelay destination change dst_1 --no-api-key");
  });

  it("that is piped in and leads to another host needs a word on it", async () => {
    const { code, err, settings } = await change(["--stdin"], { stdin: elsewhere });
    expect([code, settings]).toEqual([2, undefined]);
    expect(err).toContain("was given for hook.eu2.make.com, and the new address is at hook.us1.make.com");
    expect(err).toContain("or --no-api-key");
  });
});
