import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { buttonClass } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";

type Need = Schemas["Need"];

/** The one thing to do about something: the page where it is done, or, for whoever runs the installation, the command. */
export function NeedLink({ need, isFirst }: { need: Need; isFirst: boolean }) {
  const { action, command, kind } = need;
  const client = need.client_id ?? undefined;
  const className = buttonClass(isFirst ? "main" : "plain");
  switch (kind) {
    case "dead_letters":
    case "key_rejected":
      return (
        <Link to="/dead-letters" search={{ client }} className={className}>
          {action}
        </Link>
      );
    case "destination_off":
    case "destination_holds":
    case "destination_full":
      return (
        <Link
          to="/deliveries"
          search={{ client, destination: need.destination_id ?? undefined, status: "held" }}
          className={className}
        >
          {action}
        </Link>
      );
    case "destination_down":
    case "destination_refuses":
    case "unconfirmed":
    case "answer_suspect":
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
        <Link to="/statistics" search={{ client, form: need.form_id ?? undefined }} className={className}>
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
