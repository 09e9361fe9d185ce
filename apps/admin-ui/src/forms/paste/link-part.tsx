import { Link } from "@tanstack/react-router";
import { formsTexts } from "../../texts/forms.ts";
import { buttonClass } from "../../ui/button.tsx";
import { CodeBlock } from "../../ui/code-block.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import type { TabProps } from "../tab-props.ts";
import { Part } from "../part.tsx";

const texts = formsTexts.paste;

/** The link to the form's own page, where it has one. */
export function LinkPart({ form, action }: TabProps) {
  const isOn = form.hosted_page?.is_on === true;
  const link = `<a href="${action}?utm_source=newsletter&amp;utm_campaign=spring">${texts.linkWords}</a>`;
  return (
    <Part title={texts.linkTitle} says={isOn ? texts.linkOn : texts.linkOff}>
      {isOn ? (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <a
              href={action}
              target="_blank"
              rel="noreferrer"
              className="text-brand min-w-0 break-all underline"
            >
              {action}
            </a>
            <CopyButton text={action} what={texts.link} />
          </div>
          <CodeBlock title={texts.linkCode} code={link} />
        </>
      ) : (
        <div>
          <Link
            to="/forms/$formId"
            params={{ formId: form.id }}
            search={(before) => ({ client: before.client, tab: "page" })}
            className={buttonClass()}
          >
            {texts.linkSet}
          </Link>
        </div>
      )}
    </Part>
  );
}
