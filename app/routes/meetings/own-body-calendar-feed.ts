export { loader } from "./own-calendar-feed.ts";
