import { useState } from "react";
import { draftNow } from "./draft-now.ts";

/** What is typed into a form of something that is read again and again. @param base what stands there now @param version of that */
export function useDraft<Draft>(base: Draft, version: number) {
  const [kept, setKept] = useState({ draft: base, base, version });
  const shown = draftNow(kept, { base, version });
  return {
    draft: shown.draft,
    /** Against which it is saved. */
    version: shown.version,
    setDraft: (draft: Draft) => setKept({ ...shown, draft }),
    /** Begins anew, from what was saved or, where nothing is given, from what stands there now. */
    begin: (from: Draft = base, of: number = version) => setKept({ draft: from, base: from, version: of }),
  };
}
