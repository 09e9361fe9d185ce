/** How whatever one types into looks. */
export const inputClass =
  "bg-raised border-line data-[invalid]:border-bad placeholder:text-soft/70 h-9 w-full min-w-0 rounded-md border px-3 text-[13px] max-sm:text-base";
