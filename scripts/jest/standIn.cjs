// Stands for libraries of clouds and caches that Backstage's backend loads whether it uses them or not, and
// that no test has: a third of the time in which a test file loads its modules. Whatever is asked of it, it is
// itself, so that a module which is made from its parts loads; nothing can be done with it.
const standIn = new Proxy(function StandIn() {}, {
  get: (target, key) =>
    key === '__esModule' || key === 'prototype' || typeof key === 'symbol'
      ? target[key]
      : standIn,
  apply: () => standIn,
  construct: () => ({}),
});

module.exports = standIn;
