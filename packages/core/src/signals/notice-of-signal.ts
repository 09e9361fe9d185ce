import type { Notice } from "@leadrelay/contracts/notice";
import type { Signal } from "@leadrelay/contracts/signal";
import type { AlertedDestination } from "../alerts/plan-alerts.ts";
import { fitWords } from "../notices/notice-words.ts";
import { signalWords } from "./signal-words.ts";

/** The notice that a signal asks for. @param since when what it tells of began, ms */
export function noticeOfSignal(
  signal: Signal,
  destination: AlertedDestination,
  { since, nowMs }: { since: number; nowMs: number },
): Notice {
  const { id, name, kind, client_id } = destination;
  const common = {
    v: 1 as const,
    happened_at: signal.raised_at,
    client_id,
    destination: { id, name, kind },
    ...fitWords(signalWords(signal, destination, { since, nowMs })),
  };
  const counted = { leads: signal.count, since };
  switch (signal.type) {
    case "delivery.failing":
      return { ...common, type: signal.type, failing: signal.part };
    case "delivery.recovered":
      return { ...common, type: signal.type, recovered: { ...signal.part, failing_since: since } };
    case "delivery.unconfirmed":
      return { ...common, type: signal.type, unconfirmed: { ...signal.part, ...counted } };
    case "delivery.suspect":
      return { ...common, type: signal.type, suspect: signal.part };
    case "destination.capped":
      return { ...common, type: signal.type, capped: signal.part };
    case "workflow.step_run":
      return { ...common, type: signal.type, step: { ...signal.part, ...counted } };
  }
}
