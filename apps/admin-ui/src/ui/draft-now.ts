/** What is typed, what it began from, and of which version that was. */
export interface KeptDraft<Draft> {
  draft: Draft;
  base: Draft;
  version: number;
}

/**
 * What is typed of something that others may change meanwhile. What nobody touched is what stands there by now; what somebody did stays,
 * with the version that it began from where that stands there no more: the API refuses it then, and nothing of theirs is written over.
 * @param now what stands there now
 */
export function draftNow<Draft>(
  kept: KeptDraft<Draft>,
  now: Pick<KeptDraft<Draft>, "base" | "version">,
): KeptDraft<Draft> {
  // What was saved a moment ago was not read again yet.
  if (now.version < kept.version) return kept;
  const typed = JSON.stringify(kept.draft);
  const [began, stands] = [JSON.stringify(kept.base), JSON.stringify(now.base)];
  if (typed === began || typed === stands) return { draft: now.base, ...now };
  return began === stands ? { ...kept, version: now.version } : kept;
}
