import { api, type Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { Button } from "../../ui/button.tsx";
import { Refused } from "../../ui/notices.tsx";
import { tellDone, tellFailed } from "../../ui/toasts.tsx";
import { Part } from "../part.tsx";
import { refreshForms } from "../use-change-form.ts";

const texts = formsTexts.rules.remove;

/** The end of a form; it can be taken back at once, and for 30 days. */
export function RemovePart({ form }: { form: Schemas["Form"] }) {
  const remove = api.useMutation("delete", "/api/forms/{form_id}");
  const restore = api.useMutation("post", "/api/forms/{form_id}/restore");
  const params = { path: { form_id: form.id } };
  const undo = async () => {
    try {
      refreshForms((await restore.mutateAsync({ params })).form);
    } catch (problem) {
      tellFailed(problem);
    }
  };
  const start = async () => {
    try {
      refreshForms(await remove.mutateAsync({ params }));
      tellDone(texts.done(form.name), { undo: () => void undo() });
    } catch {
      // What was refused stands beside the button.
    }
  };
  return (
    <Part title={texts.title} says={texts.words}>
      <Refused error={remove.error} />
      <div>
        <Button kind="bad" onClick={() => void start()} disabled={remove.isPending}>
          {texts.button}
        </Button>
      </div>
    </Part>
  );
}
