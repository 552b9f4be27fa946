export * from "../answer.js";
