import { shell } from "../texts/shell.ts";

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Keys as they are printed on a keyboard: "g l" as two, "mod+k" as one press. */
export const Keys = ({ keys }: { keys: string }) => (
  <span className="flex gap-1">
    {keys.split(" ").map((key, index) => (
      <kbd
        key={index}
        className="border-line bg-surface text-soft min-w-5 rounded border px-1.5 text-center text-[11px] leading-[1.125rem]"
      >
        {printed(key)}
      </kbd>
    ))}
  </span>
);

const printed = (key: string): string =>
  key.startsWith("mod+")
    ? `${isMac ? "⌘" : `${shell.keys.control} `}${key.slice(4).toUpperCase()}`
    : (shell.keys.names[key] ?? key);
