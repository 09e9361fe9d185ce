import type { ReadRow } from "./read-row.ts";
import { WrongShape } from "./shape-problem.ts";
import { clashOf, type Step } from "./target-path.ts";

/** Throws `WrongShape` where two rows of a mapping would stand at one place, or one within the other; those that could not be read are left out. */
export function requireApart(rows: readonly ({ row: ReadRow } | undefined)[]): void {
  const before: (readonly Step[])[] = [];
  rows.forEach((read, index) => {
    if (read === undefined) return before.push(["", index]);
    const clash = clashOf(read.row.path, before);
    if (clash !== undefined)
      throw new WrongShape(
        `mapping.rows.${index}.target`,
        `cannot stand beside ${rows[clash]?.row.target ?? "another"}: one of them is the other, or within it`,
      );
    return before.push(read.row.path);
  });
}
