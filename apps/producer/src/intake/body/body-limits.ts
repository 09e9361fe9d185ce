/** Names and values of a submission together, in UTF-8. */
export const fieldDataLimitBytes = 64 * 1024;
export const fieldLimit = 200;

/** A whole body, file parts included. */
export const bodyLimitBytes = 10 * 1024 * 1024;

/** A body without files: `\u0939` and `%E0%A4%B9` spend six and nine bytes on three. */
export const encodedLimitBytes = 6 * fieldDataLimitBytes;

/** File parts are skipped, but not without end. */
export const partLimit = 2_000;

/** Nested values deeper than this are no form's. */
export const depthLimit = 32;
