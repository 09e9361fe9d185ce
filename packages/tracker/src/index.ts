import { formsShown, watchForms } from "./forms.ts";
import { listen } from "./listen.ts";
import { asksForPrivacy, type Options } from "./options.ts";
import { flush, isRecording, record, startRecording, track } from "./record.ts";
import { sendByScript } from "./submit.ts";

export type { Options };
export { flush, track };

let isStarted = false;

/**
 * Begins to follow the page's visitor and to fill its forms; a second call does nothing. Throws nothing: a page must work without it.
 */
export function init(options: Options): void {
  if (isStarted) return;
  isStarted = true;
  const { privacy = false, fetch = false, kept = null } = options;
  if (!(privacy && asksForPrivacy())) startRecording(options);
  watchForms(options.forms);
  if (fetch) sendByScript(kept);
  if (!isRecording()) return;
  listen(formsShown);
  addEventListener(
    "submit",
    () => {
      record("submit");
      flush();
    },
    true,
  );
}
