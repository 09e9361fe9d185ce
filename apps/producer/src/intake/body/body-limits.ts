/** Names and values of a submission together, in UTF-8. */
export const fieldDataLimitBytes = 64 * 1024;
export const fieldLimit = 200;

/** A whole body, file parts included. */
export const bodyLimitBytes = 10 * 1024 * 1024;

/** A body without files: `\u0939` and `%E0%A4%B9` spend six and nine bytes on three. */
export const encodedLimitBytes = 6 * fieldDataLimitBytes;

/**
 * A JSON text, in UTF-16 units. Held against it before it is parsed: names that V8 hashes alike cost it a second in 350 KB. Fields
 * of Cyrillic, each letter escaped, fit up to 42 KB of UTF-8.
 */
export const jsonLimit = 2 * fieldDataLimitBytes;

/** File parts are skipped, but not without end. */
export const partLimit = 2_000;

/** Nested values deeper than this are no form's. */
export const depthLimit = 32;

/**
 * A compressed body, and what comes out of it. No browser compresses a form, and a form's text is never as long; with files it can be
 * sent as it is. Of the packed limit even what is inflated at once stays below 68 MB.
 */
export const packedLimitBytes = 64 * 1024;
export const unpackedLimitBytes = 1024 * 1024;
