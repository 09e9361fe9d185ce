import { once } from "node:events";
import type { Ending } from "../exit/exit-codes.ts";
import type { Outside, OutputStream } from "../outside/outside.ts";
import { asCalled } from "./as-called.ts";
import { fitLines } from "./hang.ts";
import { textWidth } from "./text-width.ts";
import { harmless, harmlessPainted } from "../text/harmless.ts";
import { paintFor, type Paint } from "./paint.ts";

/** `csv` and `ndjson`: of what can be exported, all of it. */
export const outputForms = ["table", "json", "csv", "ndjson"] as const;
export type OutputForm = (typeof outputForms)[number];

/** What a command says: its result on standard output, all else on standard error. */
export interface Results {
  /** The result: as one JSON document, or in words with a line feed at the end. */
  show(document: unknown, inWords: (paint: Paint) => string): void;
  /** A part of a result that is written as it comes, harmless already; resolves when whoever reads it has room for more. */
  stream(text: string): Promise<void>;
  /** A line for a person, beside the result. */
  note(line: string): void;
  /** Nothing fits; scripts see it in the exit code. */
  nothing(line: string): void;
  /** Some of it was done. */
  partly(line: string): void;
  /** The result is bad news. */
  bad(line: string): void;
  /** How the command ends if nothing fails. */
  ending(): Ending;
}

export function createResults(
  outside: Pick<Outside, "stdout" | "stderr" | "env" | "calledAs">,
  form: () => OutputForm,
  isWide: () => boolean = () => false,
): Results {
  const { stdout, stderr, env } = outside;
  let ending: Ending = "ok";
  const measure = (text: string) => textWidth(asCalled(text, outside));
  const paintOn = (stream: OutputStream) => paintFor(stream, env, isWide(), measure);
  const note = (line: string) =>
    void stderr.write(`${harmless(asCalled(fitLines(line, paintOn(stderr)), outside))}\n`);
  return {
    show(document, inWords) {
      const inJson = form() === "json";
      stdout.write(
        // In JSON what it shows is the escape of the same character, so that scripts read what was posted.
        inJson
          ? harmless(`${JSON.stringify(document, null, 2)}\n`)
          : harmlessPainted(asCalled(inWords(paintOn(stdout)), outside)),
      );
    },
    async stream(text) {
      if (!stdout.write(text)) await once(stdout, "drain");
    },
    note,
    nothing(line) {
      ending = "nothing";
      note(line);
    },
    partly(line) {
      ending = "partial";
      note(line);
    },
    bad(line) {
      ending = "error";
      note(line);
    },
    ending: () => ending,
  };
}
