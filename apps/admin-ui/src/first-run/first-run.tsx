import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "../api.ts";
import { actionOf, fieldsOfMapping, honeypotOf } from "../format/form-fields.ts";
import { formSnippet } from "../format/form-snippet.ts";
import { firstRunTexts as texts } from "../texts/first-run.ts";
import { Button } from "../ui/button.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { FirstLead } from "./first-lead.tsx";
import { isPutOff, putOff } from "./put-off.ts";

const route = getRouteApi("/frame");

/** From a form to its first lead: what to paste, then that it came in, then who gets it. Nothing where somebody said "later". */
export function FirstRun({ form }: { form: Schemas["Form"] }) {
  const intake = route.useRouteContext({ select: ({ you }) => you.intake_url });
  const [isLater, setIsLater] = useState(() => isPutOff(form.id));
  if (isLater) return null;
  const later = () => {
    putOff(form.id);
    setIsLater(true);
  };
  const code = formSnippet({
    action: actionOf(intake, form.endpoint_path),
    fields: fieldsOfMapping(form.field_mapping, texts.labels),
    honeypot: honeypotOf(form.field_mapping),
    withLabels: true,
    button: texts.button,
  });
  return (
    <section aria-labelledby="first-run" className="border-line bg-surface grid gap-4 rounded-lg border p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="first-run" className="text-[15px] font-semibold">
          {texts.title}
        </h2>
        <span className="text-soft">{form.name}</span>
        <Button kind="quiet" className="ms-auto" onClick={later}>
          {texts.later}
        </Button>
      </div>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 content-start gap-2">
          <h3 className="font-medium">{texts.steps[0]}</h3>
          <p className="text-soft">{intake === null ? texts.noIntake : texts.paste}</p>
          <CodeBlock title={texts.code} code={code} />
        </div>
        <FirstLead form={form} />
      </div>
    </section>
  );
}
