import { formPrefix, isLeadName, leadNames } from "./lead-names.ts";
import { nearestNames } from "../wording/nearest-names.ts";

/** What is wrong with a shape, and where: `mapping.rows.2.field`, then words without a subject. */
export interface ShapeProblem {
  at: string;
  detail: string;
}

/** Thrown within this folder while a shape is read. */
export class WrongShape extends Error {
  readonly at: string;
  constructor(at: string, detail: string) {
    super(detail);
    this.at = at;
  }
}

/** Throws for what is no name of a field, with names that may be meant. */
export function requireName(name: string, at: string): void {
  if (isLeadName(name)) return;
  const near = nearestNames(name, leadNames);
  const meant = near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
  throw new WrongShape(
    at,
    `names ${JSON.stringify(name.slice(0, 60))}, which is no field of ours.${meant} A field as the form sends it is written ${formPrefix}${name.slice(0, 60) || "name"}.`,
  );
}
