import type { Schemas } from "../api.ts";
import { exactTime } from "../format/time.ts";
import { auditTexts } from "../texts/audit-log.ts";
import { shared } from "../texts/shared.ts";

type Entry = Schemas["AuditEntry"];

/** Who did it, as a sentence begins. */
export const actorOf = ({ actor }: Entry): string =>
  actor.kind === "system"
    ? auditTexts.system
    : actor.kind === "key"
      ? auditTexts.key(actor.name)
      : actor.name;

/** What was done, as a sentence goes on; an action that we do not know yet is told as it is called. */
export const deedOf = ({ action }: Entry): string =>
  auditTexts.actions[action] ?? action.replaceAll(/[._]/g, " ");

/** What was written down with it, a line each: lists with commas, what has parts as JSON; what was set to nothing is left out. */
export function detailLines(detail: Entry["detail"], say = whole): [name: string, value: string][] {
  const { before: had } = detail;
  // Of a role it is said alone.
  const before = isRecord(had) ? had : had !== undefined && "role" in detail ? { role: had } : {};
  return Object.entries(detail)
    .filter(([name, value]) => name !== "before" && (value !== null || name in before))
    .map(([name, value]) => [
      name.replaceAll("_", " "),
      name in before
        ? `${saidOf(name, before[name], say)} → ${saidOf(name, value, say)}`
        : saidOf(name, value, say),
    ]);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function saidOf(name: string, value: unknown, say: typeof whole): string {
  if (value === null) return shared.none;
  return name.endsWith("_at") && typeof value === "number" ? exactTime(value) : say(value);
}

/** The same in one line, of what has parts only how many; of a network also which one. */
export function detailLine({ subject, detail }: Entry): string {
  const lines = detailLines(detail, inShort).map(([name, value]) => `${name}: ${value}`);
  return [...(subject.kind.endsWith("_ip") ? [subject.id] : []), ...lines].join(" · ");
}

const isPlain = (value: unknown) => typeof value === "string" || typeof value === "number";

function whole(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every(isPlain)) return value.join(", ");
  return value === undefined ? "" : JSON.stringify(value);
}

function inShort(value: unknown): string {
  if (Array.isArray(value) && !value.every(isPlain)) return String(value.length);
  return isRecord(value) ? "…" : whole(value);
}
