// Loaded before the portal that a browser test serves: lets the test move its clock, so that a round that lasts a minute
// can close by the clock, and a session can expire, without a minute of waiting. The portal itself knows nothing of it.
let shift = 0;

globalThis.Date = new Proxy(Date, {
  construct: (real, parts, made) => Reflect.construct(real, parts.length === 0 ? [real.now() + shift] : parts, made),
  get: (real, name) => (name === "now" ? () => real.now() + shift : Reflect.get(real, name)),
});

process.on("message", (message) => {
  shift += Number(message);
  process.send?.(shift);
});
process.channel?.unref();
