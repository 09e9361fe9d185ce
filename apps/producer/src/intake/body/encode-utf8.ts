const encoder = new TextEncoder();

export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);
export const utf8Length = (text: string): number => encoder.encode(text).length;
