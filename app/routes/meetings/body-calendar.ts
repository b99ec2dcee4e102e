export { loader } from "./calendar.ts";
