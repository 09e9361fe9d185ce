import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { fieldsOfMapping, honeypotOf } from "../../format/form-fields.ts";
import { formSnippet } from "../../format/form-snippet.ts";
import { formsTexts } from "../../texts/forms.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Switch } from "../../ui/switch.tsx";
import type { TabProps } from "../tab-props.ts";
import { Part } from "../part.tsx";
import { fieldsOfPage } from "./fields-of-page.ts";

const texts = formsTexts.paste;
const frame = getRouteApi("/frame");

/** The form as HTML to paste, with its own fields or those of its hosted page. */
export function SnippetPart({ form, action }: TabProps) {
  const [withLabels, setWithLabels] = useState(true);
  const page = form.hosted_page;
  const [of, setOf] = useState<"mapping" | "page">("mapping");
  const intake = frame.useRouteContext({ select: ({ you }) => you.intake_url });
  const isPage = of === "page" && page !== null;
  const code = formSnippet({
    action,
    fields: isPage ? fieldsOfPage(page) : fieldsOfMapping(form.field_mapping, formsTexts.fields.names),
    honeypot: honeypotOf(form.field_mapping),
    withLabels,
    button: isPage ? page.button : texts.button,
    consent: isPage ? page.consent : null,
  });
  return (
    <Part title={texts.title} says={intake === null ? texts.noIntake : texts.intro}>
      <CodeBlock title={texts.code} code={code} />
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        <Switch label={texts.labels} isOn={withLabels} onChange={setWithLabels}>
          {withLabels ? texts.labelsOn : texts.labelsOff}
        </Switch>
        {page === null ? null : (
          <SelectField
            label={texts.of}
            value={of}
            words={[
              ["mapping", texts.ofMapping],
              ["page", texts.ofPage],
            ]}
            onChange={setOf}
          />
        )}
      </div>
    </Part>
  );
}
