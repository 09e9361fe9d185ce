import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { homeTexts as texts } from "../texts/home.ts";
import { buttonClass } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";

type Need = Schemas["Need"];

/** The one thing to do about something: the page where it is done, or, for whoever runs the installation, the command. */
export function NeedLink({ need, isFirst }: { need: Need; isFirst: boolean }) {
  const { action, command, kind } = need;
  const client = need.client_id ?? undefined;
  const className = buttonClass(isFirst ? "main" : "plain");
  const maySetUp = useMay("config:read", client);
  if (!maySetUp && (kind in tabs || need.form_id !== null))
    return (
      <Link
        to="/deliveries"
        search={{ client, destination: need.destination_id ?? undefined }}
        className={className}
      >
        {texts.seeDeliveries}
      </Link>
    );
  switch (kind) {
    case "dead_letters":
      return (
        <Link to="/dead-letters" search={{ client }} className={className}>
          {action}
        </Link>
      );
    case "key_rejected":
    case "destination_off":
    case "destination_holds":
    case "destination_full":
    case "destination_down":
    case "destination_refuses":
    case "answer_suspect":
      return (
        <Link
          to="/destinations/$destinationId"
          params={{ destinationId: need.destination_id ?? "" }}
          search={{ client, tab: tabs[kind] }}
          className={className}
        >
          {action}
        </Link>
      );
    case "unconfirmed":
      return (
        <Link
          to="/deliveries"
          search={{ client, destination: need.destination_id ?? undefined }}
          className={className}
        >
          {action}
        </Link>
      );
    case "form_quiet":
      return (
        <Link to="/leads" search={{ client, form: need.form_id ?? undefined }} className={className}>
          {action}
        </Link>
      );
    case "form_refuses":
    case "form_drops":
      return (
        <Link
          to="/forms/$formId"
          params={{ formId: need.form_id ?? "" }}
          search={{ client, tab: kind === "form_refuses" ? "posts" : "rules" }}
          className={className}
        >
          {action}
        </Link>
      );
    case "sent_to_nobody":
    case "quarantined":
      return (
        <Link
          to="/not-sent"
          search={{ client, rule: kind === "quarantined" ? "quarantined" : "no_destination" }}
          className={className}
        >
          {action}
        </Link>
      );
    case "journal":
    case "databases":
    case "sweep":
    case "sent_directly":
    case "spills":
    case "parked_letters":
    case "database_sizes":
      return <CopyButton text={command} what={need.title} label={command} />;
  }
}

/** Which part of a destination's page the one action is on. */
const tabs = {
  key_rejected: "settings",
  destination_off: "settings",
  destination_holds: "overview",
  destination_down: "overview",
  destination_refuses: "overview",
  destination_full: "limits",
  answer_suspect: "answers",
} as const;
