import { useEffect, useRef } from "react";

/**
 * Sets something up with code that comes after the page, as long as what it is for is there.
 * @param begin answers how to end it, or null where there is nothing to set up by then
 * @param on begins anew where one of them changes
 */
export function useLazily<Code>(
  load: () => Promise<Code>,
  begin: (code: Code) => (() => void) | null,
  on: readonly unknown[],
): void {
  const latest = useRef({ load, begin });
  useEffect(() => {
    latest.current = { load, begin };
  });
  useEffect(() => {
    let end: (() => void) | null = null;
    let isGone = false;
    const setUp = async () => {
      const code = await latest.current.load();
      if (!isGone) end = latest.current.begin(code);
    };
    void setUp();
    return () => {
      isGone = true;
      end?.();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller says when
  }, on);
}
