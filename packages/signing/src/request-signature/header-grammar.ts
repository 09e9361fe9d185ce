/** Unix seconds without sign, point or leading zero; milliseconds, with their thirteen digits, are none. */
export const timestampPattern = /^(?:0|[1-9][0-9]{0,11})$/;

export const noncePattern = /^[A-Za-z0-9_-]{16,128}$/;

export const signaturePattern = /^v1=([0-9a-f]{64})$/;

/** How far a timestamp may be from our time, either way, in seconds. */
export const maxSkewSeconds = 300;
