// Loaded before the portal that a browser test serves: lets the test move its clock, so that a round that lasts a minute
// can close by the clock, and a session can expire, without a minute of waiting. The portal itself knows nothing of it.
const RealDate = Date;
let shift = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shift);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shift;
  }
};

process.on("message", ({ passes }) => {
  shift += passes;
  process.send(shift);
});
process.channel?.unref();
