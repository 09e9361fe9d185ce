import { describe, expect, it } from "vitest";
import { commandLines } from "./command-lines.ts";
import { fakeApiSaying } from "./fake-api.ts";
import { keyEnv as env } from "./fake-installation.ts";
import { problem, run } from "./outside-in-memory.ts";

const stdin = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";
const posted =
  "A\u001b[2J\u001b]0;owned\u0007\u001b[8mB\u001b[0m\u009b31m\u0008\r\u202efdp.exe\u2066x\u061c\u2028\u007f\0";
const lines = Object.values(commandLines).flat();

/** All that acts on a terminal: of the controls only line feeds and tabs are left, of what turns the writing nothing. */
const acting = /[^\P{Cc}\n\t]|[\p{Bidi_Control}\u2028\u2029]/u;

describe.each(["table", "json"])("nothing that a stranger wrote acts on a terminal, in %s,", (form) => {
  it.each(lines)("of `leadrelay %s`", async (line) => {
    const { out, err } = await run([...line.split(" "), "--output", form], {
      env,
      stdin,
      server: fakeApiSaying(posted),
    });
    expect(acting.exec(out)).toBeNull();
    expect(acting.exec(err)).toBeNull();
  });

  it("of a refusal", async () => {
    const { out, err } = await run(["lead", "find", "a@b.co", "--output", form], {
      env,
      server: () => problem(422, "invalid", posted),
    });
    expect(acting.exec(out + err)).toBeNull();
    expect(err).toContain(String.raw`A\u001b[2J`);
  });
});
