import type { ButtonHTMLAttributes } from "react";

const kinds = {
  main: "bg-brand text-brand-ink border-transparent hover:opacity-90",
  plain: "bg-raised text-ink border-line hover:bg-calm-tint",
  bad: "bg-raised text-bad border-line hover:bg-bad-tint",
  quiet: "bg-transparent text-soft border-transparent hover:bg-calm-tint hover:text-ink",
} as const;

/** How a button looks, for links that look like one. */
export const buttonClass = (kind: keyof typeof kinds = "plain") =>
  `inline-flex h-8 items-center justify-center gap-1.5 rounded-md border px-3 text-[13px] font-medium whitespace-nowrap transition-colors disabled:opacity-60 aria-disabled:opacity-60 ${kinds[kind]}`;

/** @param why Says why it cannot be pressed; then it cannot, and tells whoever asks. */
export function Button({
  kind = "plain",
  why,
  className = "",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: keyof typeof kinds; why?: string | undefined }) {
  return (
    <button
      type="button"
      {...rest}
      {...(why === undefined
        ? {}
        : { "aria-disabled": true, title: why, onClick: (event) => event.preventDefault() })}
      className={`${buttonClass(kind)} ${className}`}
    />
  );
}
