import { isRefusal, type RefusalReason } from "@leadrelay/contracts/intake-counts";
import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { judgeShare } from "@leadrelay/core/refusals/judge-share";
import { mendRefusal, sayRefusal } from "@leadrelay/core/refusals/say-refusal";
import { startOfHour } from "@leadrelay/core/statistics/hour-of";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { mostQuarantined } from "@leadrelay/db/quarantine/keep-quarantined";
import type { HealthContext } from "./health-context.ts";
import { readFormPosts, type FormPosts } from "./read-form-posts.ts";

const mostNamed = 3;

/** Forms that refuse, or drop as bots', more of their posts in the last hour or two than they should. */
export async function checkRefusals(context: HealthContext): Promise<HealthCheck[]> {
  const { forms, sinceHour } = await readFormPosts(context);
  const since = startOfHour(sinceHour);
  return [judgeRefused(forms, since, context), judgeDropped(forms, since, context)];
}

function judgeRefused(
  forms: readonly FormPosts[],
  since: number,
  { dependencies: { refusalLimits } }: HealthContext,
): HealthCheck {
  const name = "refused_posts";
  const told = forms.filter(({ refused, taken, week }) =>
    isAmiss({ lost: refused, taken }, { lost: week.refused, taken: week.taken }, refusalLimits),
  );
  const [worst] = told.toSorted((a, b) => b.refused - a.refused);
  if (worst === undefined)
    return fine(name, `No form refuses more of its posts than it should, since ${spokenTime(since)}.`);
  return amiss("warning", name, {
    message: sayForms(
      told.toSorted((a, b) => b.refused - a.refused),
      sayRefused,
    ),
    todo: mendRefusal(mainReason(worst), worst, worst.fields),
    since,
  });
}

function judgeDropped(
  forms: readonly FormPosts[],
  since: number,
  { dependencies: { refusalLimits } }: HealthContext,
): HealthCheck {
  const name = "dropped_posts";
  const told = forms
    .filter(({ dropped, taken, week }) =>
      isAmiss({ lost: dropped, taken }, { lost: week.dropped, taken: week.taken }, refusalLimits),
    )
    .toSorted((a, b) => b.dropped - a.dropped);
  const [worst] = told;
  if (worst === undefined)
    return fine(
      name,
      `No form drops more of its posts for a filled honeypot than usual, since ${spokenTime(since)}.`,
    );
  return amiss("warning", name, {
    message: sayForms(
      told,
      ({ dropped, taken, ...form }) =>
        `${called(form)} dropped ${dropped} of ${dropped + taken} posts for a filled honeypot`,
    ),
    todo: `Should people see that field on the form's page, or their browsers fill it, none of them reaches you: \`leadrelay form change ${worst.id} --honeypot quarantine\` keeps what comes from now on, at most ${mostQuarantined} a day.`,
    since,
  });
}

const isAmiss = (...judged: Parameters<typeof judgeShare>) => judgeShare(...judged) !== null;

const sayForms = (forms: readonly FormPosts[], say: (form: FormPosts) => string): string => {
  const more = forms.length - mostNamed;
  const rest = more > 0 ? [`${sayCount(more, "more form")} likewise`] : [];
  return [...forms.slice(0, mostNamed).map(say), ...rest].map((sentence) => `${sentence}.`).join(" ");
};

const called = ({ name, id }: Pick<FormPosts, "name" | "id">) => `${name} (${id})`;

function sayRefused(form: FormPosts): string {
  const { refused, taken, fields } = form;
  const reason = mainReason(form);
  const came =
    reason === "no_contact" && fields.length > 0 ? `; the fields of the last one: ${fields.join(", ")}` : "";
  return `${called(form)} refused ${refused} of ${refused + taken} posts, ${form.reasons[reason] === refused ? "because" : "most because"} ${sayRefusal(reason)}${came}`;
}

function mainReason({ reasons }: FormPosts): RefusalReason {
  const [first] = Object.entries(reasons).toSorted(([, a], [, b]) => b - a);
  const reason = first?.[0] as RefusalReason | undefined;
  return reason !== undefined && isRefusal(reason) ? reason : "unreadable_body";
}
