import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

const chords = {
  h: "/",
  l: "/leads",
  n: "/not-sent",
  d: "/deliveries",
  x: "/dead-letters",
} as const;

/** The keyboard: `/` for the box, `g` and a letter for a page. Never while somebody types. */
export function Shortcuts() {
  const navigate = useNavigate();
  const wasG = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key } = event;
      const isTyping =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === "/") {
        event.preventDefault();
        document.getElementById("where-box")?.focus();
      }
      if (Date.now() - wasG.current < 1_000 && Object.hasOwn(chords, key))
        void navigate({ to: chords[key as keyof typeof chords], search: ({ client }) => ({ client }) });
      wasG.current = key === "g" ? Date.now() : 0;
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [navigate]);
  return null;
}
