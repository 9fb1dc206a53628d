'use strict';

/**
 * Puts an offset under `Date` in the realm it is called in; real timers and `performance` stay as
 * they are. Whole in itself: its text can be handed to another realm.
 * @param {() => number} offsetMs
 */
function moveDate(offsetMs) {
  const RealDate = Date;
  const now = () => RealDate.now() + offsetMs();
  /** @type {DateConstructor} */
  const MovedDate = new Proxy(RealDate, {
    /** @returns {Date} */
    construct(target, args, newTarget) {
      const given = args.length === 0 ? [now()] : args;
      return Reflect.construct(target, given, newTarget === MovedDate ? target : newTarget);
    },
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}

module.exports = { moveDate };
