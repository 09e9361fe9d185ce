// oxlint-disable-next-line typescript/triple-slash-reference -- packages that use this one do not include its declarations
/// <reference path="./node-zlib.d.ts" />
export { deflateRawSync, inflateRawSync } from "node:zlib";
