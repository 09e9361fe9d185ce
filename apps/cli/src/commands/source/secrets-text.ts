import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { stepsText } from "./steps-text.ts";

type Shown = components["schemas"]["SourceWithSecrets"];

/** What the other system is given, and what is done with it there. */
export const secretsText = ({ secrets, guide }: Shown, paint: Paint): string =>
  `${renderDetails(
    secrets.map(({ label, value }): [string, string] => [label, value]),
    paint,
  )}\n${stepsText(guide)}`;

export const noteShownOnce = ({ results, settings }: Cli, { secrets }: Shown): void => {
  results.note(
    "What stands above is shown this once: copy it now. The edge knows it within about a minute everywhere.",
  );
  if (secrets.some(({ value }) => value.startsWith("/")) && settings().intakeUrl === undefined)
    results.note(
      "Nothing names the producer's address, which the paths above begin with: set PUBLIC_INTAKE_URL.",
    );
};
