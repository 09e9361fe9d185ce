import { Link } from "@tanstack/react-router";
import { api } from "../api.ts";
import { withoutCommands } from "../format/without-commands.ts";
import { destinationForm } from "../texts/destination-form.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { buttonClass } from "../ui/button.tsx";
import { Loading } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { WithCode } from "../ui/with-code.tsx";
import { When } from "../ui/when.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { HealthLine } from "./health-line.tsx";
import { LastProblems } from "./last-problems.tsx";
import { MendedButton } from "./mended-button.tsx";
import type { PartProps } from "./parts.ts";
import { StandingBadge } from "./standing-badge.tsx";
import { Takes } from "./takes.tsx";
import { TestSend } from "./test-send.tsx";
import { Waits } from "./waits.tsx";
import { Said } from "../ui/said.tsx";

/** What is to be done about these says what they are, too. */
const saidBelow = new Set(["on", "paused", "gone", "given_up", "closed", "full", "down", "refusing"]);

/** How a destination is, what has not arrived there and what to do about it, and a test. */
export function Overview({ destination, kind }: PartProps) {
  const { id, client_id, what_next, deleted_at } = destination;
  const standings = api.useQuery(
    "get",
    "/api/destination-standings",
    { params: { query: { client_id, destination_id: id } } },
    { refetchInterval: 30_000 },
  );
  const next = withoutCommands(what_next);
  const standing = standings.data?.items[0];
  if (deleted_at !== null) return <p className="text-soft">{texts.deletedAlready}</p>;
  return (
    <div className="bg-surface border-line divide-line grid divide-y rounded-lg border">
      <Section title={texts.healthTitle}>
        {standing === undefined ? (
          <Loading rows={1} />
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <StandingBadge state={standing.state} />
              <HealthLine hours={standing.hours} />
              <span className="text-soft">
                {standing.last_delivered_at === null ? (
                  texts.noneLately
                ) : (
                  <>
                    {texts.lastTaken} <When at={standing.last_delivered_at} relative />
                  </>
                )}
              </span>
            </div>
            {saidBelow.has(standing.state) ? null : (
              <p>
                {destination.name} <Said text={standing.words} />
                {standing.since === null ? null : (
                  <>
                    {", "}
                    {texts.since} <When at={standing.since} />
                  </>
                )}
                .
              </p>
            )}
          </>
        )}
        {next === "" ? null : (
          <p className="max-w-prose">
            <WithCode text={next} />
          </p>
        )}
        {standing?.state === "down" || standing?.state === "refusing" ? (
          <MendedButton destination={destination} />
        ) : null}
      </Section>
      <Section title={texts.waitsTitle}>
        <Waits destination={destination} />
      </Section>
      <LastProblems destination={destination} />
      <Section title={texts.takesTitle}>
        <Takes destination={destination} kind={kind} />
      </Section>
      <Section title={destinationForm.testTitle}>
        <p className="text-soft max-w-prose">{destinationForm.testHelp}</p>
        <TestSend id={id} />
      </Section>
      <Section title={texts.actionsTitle}>
        <div className="flex flex-wrap gap-2">
          <Link
            to="/deliveries"
            search={(before) => ({ ...before, destination: id })}
            className={buttonClass()}
          >
            {texts.openDeliveries}
          </Link>
          <DeleteButton destination={destination} />
        </div>
      </Section>
    </div>
  );
}
