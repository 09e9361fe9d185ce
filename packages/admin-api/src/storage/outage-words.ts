import { leastDiskFreeBytes, type LocalStackFacts } from "@leadrelay/contracts/local-stack";
import type { StorageOutage } from "@leadrelay/db/storage-error";
import { setBackCommands } from "@leadrelay/core/wording/set-back-commands";
import { storageWords, type StorageWords } from "@leadrelay/db/storage-words";

/** Whether what failed did so because the local stack's disk is full, of which workerd itself may say only "internal error". */
export const isDiskFull = (error: unknown, { disk_free_bytes }: LocalStackFacts): boolean =>
  (disk_free_bytes ?? leastDiskFreeBytes) < leastDiskFreeBytes ||
  /disk is full|no space left|ENOSPC/i.test(error instanceof Error ? error.message : String(error));

export const makeRoom =
  "Make room on the disk that STATE_DIR is on (df -h shows how full it is): the next post is taken again, and nothing needs a restart. Whoever was refused was told so, and may send again.";

const lookHere =
  "Nothing is lost: try again in a minute. If it stays, look at what the terminal of `npm start` says and at the folder STATE_DIR, stop it with Ctrl-C and start it again.";

/** What is looked at here, where elsewhere it is Cloudflare's pages. */
const localTodo: Readonly<Partial<Record<StorageOutage, string>>> = {
  unavailable: lookHere,
  overloaded: lookHere,
  read_only:
    "Nothing is lost: leads are sent without it and stored once it takes changes. Look at the permissions of the folder STATE_DIR.",
};

/**
 * How a database fails, in the words of where it runs: Cloudflare has a status page, the local stack a disk and files, and knows of both.
 * @param error what it said
 * @param facts undefined on Cloudflare, and where the stack does not tell
 * @param files those it may be that failed, as far as whoever reads it may know them
 */
export function outageWords(
  outage: StorageOutage,
  { error, facts, files }: { error: unknown; facts: LocalStackFacts | undefined; files: readonly string[] },
): StorageWords {
  const words = storageWords[outage];
  if (facts === undefined) return words;
  if (outage === "damaged") return { ...words, todo: [words.todo, ...setBack(files)].join(" ") };
  if (isDiskFull(error, facts))
    return {
      happened:
        "The disk that STATE_DIR is on is full: the database there takes nothing new, and may not answer.",
      todo: makeRoom,
    };
  return { ...words, todo: localTodo[outage] ?? words.todo };
}

function setBack(files: readonly string[]): string[] {
  const [file] = files;
  if (file === undefined) return [];
  const { moveAside, putCopy } = setBackCommands(file);
  return [
    `Its file is ${files.join(" or ")}, and those beside it belong to it: stop the local stack with Ctrl-C, move their folder away (\`${moveAside}\`), put that of the last copy in its place (\`${putCopy}\`; without one it begins empty), start it again; what was acknowledged and not stored by then is queued again from the journal, which stays where it is.`,
  ];
}
