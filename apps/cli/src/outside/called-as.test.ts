import { expect, it } from "vitest";
import { calledAs } from "./called-as.ts";

const main = "/home/asha/relay/apps/cli/src/main.ts";

it.each([
  [
    "the wrapper of a checkout, from its folder",
    { LEADRELAY_CALLED_AS: "./leadrelay" },
    "/home/asha/relay",
    main,
    "./leadrelay",
  ],
  [
    "the same from a folder below",
    { LEADRELAY_CALLED_AS: "../leadrelay" },
    "/home/asha/relay/docs",
    main,
    "../leadrelay",
  ],
  [
    "the same by its whole path",
    { LEADRELAY_CALLED_AS: "/home/asha/relay/leadrelay" },
    "/",
    main,
    "/home/asha/relay/leadrelay",
  ],
  [
    "the same as `sh leadrelay`",
    { LEADRELAY_CALLED_AS: "leadrelay" },
    "/home/asha/relay",
    main,
    "./leadrelay",
  ],
  [
    "the wrapper that the PATH leads to",
    { LEADRELAY_CALLED_AS: "/opt/relay/leadrelay", PATH: "/bin:/opt/relay/" },
    "/",
    main,
    "leadrelay",
  ],
  [
    "a folder with a space in its name",
    { LEADRELAY_CALLED_AS: "./my relay/leadrelay" },
    "/home",
    main,
    "'./my relay/leadrelay'",
  ],
  [
    "a link in a folder of the PATH",
    { _: "/opt/bin/leadrelay", PATH: "/bin:/opt/bin" },
    "/",
    main,
    "leadrelay",
  ],
  [
    "the package's own start script",
    { _: "node_modules/.bin/leadrelay" },
    "/home/asha/relay",
    main,
    "node_modules/.bin/leadrelay",
  ],
  ["Node, as the shell tells", { _: "/usr/bin/node" }, "/home/asha/relay", main, "node apps/cli/src/main.ts"],
  ["through pnpm", { LEADRELAY_CALLED_AS: "pnpm leadrelay" }, "/home/asha/relay", main, "pnpm leadrelay"],
  ["Node with the script, from the checkout", {}, "/home/asha/relay", main, "node apps/cli/src/main.ts"],
  ["the same from far away", {}, "/var/lib/something/deep", main, `node ${main}`],
  ["a script in a folder with a quote", {}, "/home", "/home/o'b/main.ts", String.raw`node 'o'\''b/main.ts'`],
  [
    "an installed program",
    { PATH: "/bin:/srv/node_modules/.bin" },
    "/",
    "/srv/node_modules/.bin/leadrelay",
    "leadrelay",
  ],
  ["no script at all", {}, "/", "", "leadrelay"],
  [
    "an environment with an escape sequence",
    { LEADRELAY_CALLED_AS: "x\u001b[31m" },
    "/home/asha/relay",
    main,
    "node apps/cli/src/main.ts",
  ],
])("%s", (_how, env, cwd, script, called) => expect(calledAs({ env, cwd, script })).toBe(called));
