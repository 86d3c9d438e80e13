/**
 * The level of the j-th confirmation of a stratum (j from 1): `6α/(π²j²)`. Over all j these add up to α, so that however many configurations are
 * tested, a false confirmation happens in at most α of the tables.
 */
export function confirmationLevel(j: number, alpha = 0.05): number {
  return (6 * alpha) / (Math.PI * j) ** 2;
}
