/** What workerd has of Node's zlib, as far as it is used: native, and with a dictionary, which `CompressionStream` does not take. */
declare module "node:zlib" {
  export interface RawOptions {
    dictionary?: Uint8Array;
    windowBits?: number;
    memLevel?: number;
    level?: number;
    maxOutputLength?: number;
  }
  export function deflateRawSync(bytes: Uint8Array, options?: RawOptions): Uint8Array;
  export function inflateRawSync(bytes: Uint8Array, options?: RawOptions): Uint8Array;
}
