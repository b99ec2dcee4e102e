export { loader } from "./proposal-feed.ts";
