/** sift's ES module: its entry for Node is CommonJS, which hands out no single operators. */
declare module "sift/es/index.js" {
  export { $and, $in, $ne, $nin, $nor, $or, createEqualsOperation, createQueryTester } from "sift";
}
