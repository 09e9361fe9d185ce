import { expect, it } from "vitest";
import { setBackCommands } from "./set-back-commands.ts";

it.each<[string, file: string, aside: string | undefined, moveAside: string, putCopy: string]>([
  [
    "the folder moves, not the file alone",
    "/s/v3/d1/miniflare-D1DatabaseObject/a.sqlite",
    undefined,
    "mv '/s/v3/d1' '/s/v3/d1.damaged'",
    "cp -R <copy of STATE_DIR>/v3/d1 '/s/v3/d1'",
  ],
  [
    "elsewhere, where that is taken",
    "/s/v3/d1/miniflare-D1DatabaseObject/a.sqlite",
    "/s/v3/d1.damaged-2",
    "mv '/s/v3/d1' '/s/v3/d1.damaged-2'",
    "cp -R <copy of STATE_DIR>/v3/d1 '/s/v3/d1'",
  ],
  [
    "a path with spaces and quotes can be typed as it stands",
    "/Anna's leads/v3/d1/x/a.sqlite",
    undefined,
    String.raw`mv '/Anna'\''s leads/v3/d1' '/Anna'\''s leads/v3/d1.damaged'`,
    String.raw`cp -R <copy of STATE_DIR>/v3/d1 '/Anna'\''s leads/v3/d1'`,
  ],
])("to set a database back %s", (_what, file, aside, moveAside, putCopy) => {
  expect(setBackCommands(file, aside)).toEqual({ moveAside, putCopy });
});
