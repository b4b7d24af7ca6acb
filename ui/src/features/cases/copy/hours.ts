/** Whole hours to choose between, as far as the unit allows. */
const USUAL_HOURS = [1, 4, 8];

export const HOUR = 3_600_000;

/** The usual times within the limit, and the limit itself where it is shorter than the longest of them. */
export function hoursUpTo(limit: number): readonly string[] {
  const within = USUAL_HOURS.filter((hours) => hours <= limit);
  const isBetween = limit > 0 && limit < Math.max(...USUAL_HOURS) && !within.includes(limit);
  return [...within, ...(isBetween ? [limit] : [])].map(String);
}
