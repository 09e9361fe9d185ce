import { formsTexts } from "../../texts/forms.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Part } from "../part.tsx";
import type { TabProps } from "../tab-props.ts";

const texts = formsTexts.tag;

/** The tag that tells how engaged a form's visitors are, for each page of the site. */
export function TagPart({ form, action }: TabProps) {
  const intake = action.slice(0, action.length - form.endpoint_path.length);
  const code = `<script defer src="${intake}/t.js" data-form="${form.form_key}"></script>`;
  return (
    <Part title={texts.title} says={texts.says}>
      <CodeBlock title={texts.code} code={code} />
      <p className="text-soft">{texts.privacy}</p>
    </Part>
  );
}
