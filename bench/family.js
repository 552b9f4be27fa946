/** Measures one family of hostile text in a separate process, so that it can be killed. The argument is its name. */

import * as core from "../tests/shipped-core.js";
import { FAMILIES, PLACES } from "../tests/core/hostile-descriptions.js";
import { event } from "../tests/runner/harness.js";
import { description } from "./descriptions.js";
import { duration, medians } from "./measure.js";

const SIZES = [16_384, 65_536, 131_072];
const ROUNDS = 7;

/** @param {string} body */
function plan(body) {
  const given = event({ body });
  return () => duration(() => void core.plan(given));
}

const family = FAMILIES[process.argv[2] ?? ""] ?? (() => "");
const prose = plan(description(65_536));
// The first rounds warm up the compiler.
medians(20, [prose]);

const places = Object.keys(PLACES);
const text = (/** @type {string} */ place, /** @type {number} */ size) => PLACES[place]?.(family(size)) ?? "";
const once = medians(1, places.map((place) => plan(text(place, 65_536))));
const worst = places[once.indexOf(Math.max(...once))] ?? "";
const [base, ...times] = medians(ROUNDS, [prose, ...SIZES.map((size) => plan(text(worst, size)))]);
console.log(JSON.stringify({ place: worst, base, times }));
