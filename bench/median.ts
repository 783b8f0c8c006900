export function median(numbers: number[], digits = 0) {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
  return Number(middle.toFixed(digits))
}
