// The limits of times in models, as the application has them without a factor (orders.models.limits-factor).
import { vocabulary } from './vocabulary.mjs';

const DURATION = /^P(?=[T\d])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const DAY = 86_400;
const SECONDS = [365 * DAY, 30 * DAY, 7 * DAY, DAY, 3_600, 60, 1];
const SHOP = '+09:00';

/**
 * Returns the seconds of a duration, with months and years by their usual lengths; undefined if the text is no duration.
 * @param {string} text
 */
function seconds(text) {
  return DURATION.exec(text)?.slice(1).reduce((sum, part, index) => sum + Number(part ?? 0) * SECONDS[index], 0);
}

/**
 * Returns what is wrong with a time of this kind; undefined if it is within the limits.
 * @param {string} limit
 * @param {string} text
 */
export function objection(limit, text) {
  const { what, shortest, shortestSeconds, longest, longestSeconds } = vocabulary.limits[limit];
  const duration = seconds(text);
  if (duration === undefined) return `“${text}” is no duration`;
  if (duration < shortestSeconds) return `${what} of ${text} is too short (at least ${shortest})`;
  if (duration <= longestSeconds) return undefined;
  const mixedUp = /^P\d+M$/.test(text) ? `, since ${text} are months; PT${text.slice(1)} are minutes` : '';
  return `${what} of ${text} is too long (at most ${longest})${mixedUp}`;
}

/**
 * Returns what is wrong with a fixed date, which every order reaches sooner or later; undefined if it is in the future.
 * @param {string} text
 */
export function past(text) {
  const moment = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}${text.includes('T') ? '' : 'T00:00:00'}${SHOP}`);
  if (Number.isNaN(moment)) return `“${text}” is no date`;
  return moment < Date.now() ? `the date ${text} has passed` : undefined;
}

/** @param {string} text */
export const isVariable = text => /^[$#]\{.*}$/.test(text);
