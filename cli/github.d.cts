export { connectForReport, read, request } from "./github.js";
