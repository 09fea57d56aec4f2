/** A number with no more than so many decimals. */
export const rounded = (number: number, decimals: number): number => Number(number.toFixed(decimals));
