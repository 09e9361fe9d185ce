import { setBackCommands } from "@leadrelay/core/wording/set-back-commands";
import { existsSync } from "node:fs";
import { dirname } from "node:path";

/** What a person reads whose database is damaged: which it is, and what to type. @param file absolute */
export function damagedWords(file: string, damage: string, exists = existsSync): string {
  const { moveAside, putCopy } = setBackCommands(file, freeName(`${dirname(dirname(file))}.damaged`, exists));
  return `The database is damaged (${damage}). Its file is ${file}.
Those beside it belong to it: move their folder away as a whole, put that of the last copy in its place, and start again:

  ${moveAside}
  ${putCopy}    # without a copy leave this out: it begins with an empty database

What was acknowledged and not stored is in the journal, which stays where it is, and is queued again. What was stored since the
copy was made has been sent, and is not in it. docs/reliability.md, "Back up and restore", has more.`;
}

function freeName(name: string, exists: (path: string) => boolean): string {
  let free = name;
  for (let next = 2; exists(free); next += 1) free = `${name}-${next}`;
  return free;
}
