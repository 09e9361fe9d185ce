import { stripVTControlCharacters } from "node:util";

interface WorkerdLog {
  /** Milliseconds UTC. */
  timestamp: number;
  level: string;
  message: string;
}

/**
 * Shows what the Workers log: as they wrote it, as one readable line an event, or not at all. A person is spared what goes
 * well before `isReady`: the first sweep belongs to the start.
 */
export function workerLog(
  format: "human" | "json" | "off",
  isReady: () => boolean,
): (log: WorkerdLog) => void {
  return ({ timestamp, level, message }) => {
    const text = stripVTControlCharacters(message);
    const isTrouble = level === "error" || level === "warn";
    if (format === "off" && level !== "error") return;
    if (format === "human" && !isTrouble && !isReady()) return;
    const line = format === "json" ? text : (humanLine(timestamp, text) ?? text);
    (isTrouble ? process.stderr : process.stdout).write(`${line}\n`);
  };
}

/** `18:43:07  delivery.attempted  outcome=delivered status=200`; undefined for a line that is no event. */
export function humanLine(timestampMs: number, text: string): string | undefined {
  const fields = parseFields(text);
  if (fields === undefined) return undefined;
  const { event, ...rest } = fields;
  const shown = Object.entries(rest).filter(([, value]) => value !== null && value !== "");
  const time = new Date(timestampMs).toTimeString().slice(0, 8);
  return `${time}  ${String(event).padEnd(24)} ${shown.map(([name, value]) => `${name}=${String(value)}`).join(" ")}`;
}

function parseFields(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{"event":')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
