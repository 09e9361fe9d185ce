import { leastDiskFreeBytes, type LocalStackFacts } from "@leadrelay/contracts/local-stack";
import { Response } from "miniflare";
import { statfsSync } from "node:fs";
import { databaseFiles } from "../storage/database-files.ts";

type Trouble = NonNullable<LocalStackFacts["journal_trouble"]>;

interface Given {
  stateDir: string;
  isReady: () => boolean;
  diskFreeBytes?: () => number | null;
  /** Where a person reads of it who cannot sign in, because a session is a row too. */
  print?: (text: string) => void;
}

/** What the Workers tell the stack's process and ask of it, over their binding `LOCAL_STACK`. */
export function createStackFacts({
  stateDir,
  isReady,
  diskFreeBytes = () => freeBytes(stateDir),
  print = console.error,
}: Given) {
  let trouble: Trouble | null = null;
  const failed = (error: string) => {
    const at = Date.now();
    if (trouble === null) print(sayTrouble(error, diskFreeBytes(), stateDir));
    trouble = { since: trouble?.since ?? at, refused: trouble?.refused ?? 0, last_at: at, error };
  };
  const took = () => {
    if (trouble !== null)
      print(
        `The journal takes posts again; ${trouble.refused} were refused with 503 meanwhile, and told so.`,
      );
    trouble = null;
  };
  return async (request: { url: string; text(): Promise<string> }): Promise<Response> => {
    switch (new URL(request.url).pathname) {
      case "/facts": {
        const facts: LocalStackFacts = {
          database_files: databaseFiles(stateDir),
          disk_free_bytes: diskFreeBytes(),
          journal_trouble: trouble,
        };
        return Response.json(facts);
      }
      case "/journal/failed":
        failed(await request.text());
        return new Response(null);
      case "/journal/took":
        took();
        return new Response(null);
      case "/refused":
        if (trouble !== null) trouble = { ...trouble, refused: trouble.refused + 1 };
        return new Response(null);
      default:
        return new Response(null, { status: isReady() ? 200 : 503 });
    }
  };
}

const sayTrouble = (error: string, free: number | null, stateDir: string) =>
  (free ?? leastDiskFreeBytes) < leastDiskFreeBytes
    ? `The disk of ${stateDir} is full: posts are refused with 503 until there is room again (df -h shows it). Nothing needs a restart.`
    : `The journal does not take posts (${error}); what KV does not take either is refused with 503.`;

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
