import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { installation, key } from "../../test/fake-installation.ts";
import { newFolder, run } from "../../test/outside-in-memory.ts";

let cwd = "";
let configDir = "";
const env = { LEADRELAY_KEY_ID: key.id, LEADRELAY_KEY_SECRET: key.secret };
const project = (text: string) => writeFileSync(join(cwd, ".leadrelay.toml"), text);
const user = (text: string) => {
  mkdirSync(configDir, { recursive: true });
  writeFileSync(join(configDir, "config.toml"), text);
};
/** The origin that `whoami` asks. */
const asked = async (args: string[] = [], more: Record<string, string> = {}) => {
  const { sent, err } = await run(["whoami", ...args], {
    env: { ...env, ...more },
    cwd,
    configDir,
    server: installation(),
  });
  return sent[0] === undefined ? err : new URL(sent[0].request.url).origin;
};

beforeEach(() => {
  cwd = newFolder();
  configDir = join(newFolder(), "made", "when", "needed");
});

describe("where a value comes from", () => {
  it("flag, environment, project file, user file: the first that has it", async () => {
    user('url = "https://user.example"');
    expect(await asked()).toBe("https://user.example");
    project('url = "https://project.example"');
    expect(await asked()).toBe("https://project.example");
    const variable = { LEADRELAY_URL: "https://env.example" };
    expect(await asked([], variable)).toBe("https://env.example");
    expect(await asked(["--url", "https://flag.example"], variable)).toBe("https://flag.example");
  });

  it("each value for itself: the project's profile, the user's address for it", async () => {
    project('profile = "acme"');
    user('url = "https://any.example"\n[profiles.acme]\nurl = "https://acme.example"');
    expect(await asked()).toBe("https://acme.example");
    expect(await asked([], { LEADRELAY_PROFILE: "other" })).toBe("https://any.example");
    expect(await asked(["--profile", "acme"], { LEADRELAY_PROFILE: "other" })).toBe("https://acme.example");
  });

  it("an empty variable counts as none", async () => {
    user('url = "https://user.example"');
    expect(await asked([], { LEADRELAY_URL: "" })).toBe("https://user.example");
  });

  it("without any address the command says how to name one", async () => {
    expect(await asked()).toContain(
      "run `leadrelay login --url https://…` with its API's address, or give --url, LEADRELAY_URL or `url` in .leadrelay.toml",
    );
  });
});

describe("a file that is wrong", () => {
  it.each([
    ['url = "relay"', "`url` should be an address such as"],
    ['[profiles.acme]\nurl = "http://acme.example"', "`profiles.acme.url` should begin with https://"],
    ['output = "xml"', "`output` "],
    ['colour = "red"', "`colour` is not known here"],
    ["url = ", "line 1"],
  ])("%s is a wrong usage that names file and key", async (text, what) => {
    project(text);
    const { code, err } = await run(["whoami"], { cwd, configDir });
    expect(code).toBe(2);
    expect(err).toContain(join(cwd, ".leadrelay.toml"));
    expect(err).toContain(what);
  });

  it.each(["key_secret", "password", "session_cookie"])(
    "a %s in it is refused, and not shown",
    async (name) => {
      project(`[profiles.acme]\n${name} = "hunter2"`);
      const { code, err } = await run(["whoami"], { cwd, configDir });
      expect(code).toBe(2);
      expect(err).toContain(`\`profiles.acme.${name}\``);
      expect(err).not.toContain("hunter2");
    },
  );
});

it.each([
  [{ LEADRELAY_KEY_ID: key.id }, "LEADRELAY_KEY_SECRET is not"],
  [{ LEADRELAY_KEY_SECRET: key.secret }, "LEADRELAY_KEY_ID is not"],
])("half a key in the environment is a wrong usage", async (half, what) => {
  const { code, err } = await run(["whoami"], { env: { ...half, LEADRELAY_URL: "https://a.example" } });
  expect(code).toBe(2);
  expect(err).toContain(what);
});
