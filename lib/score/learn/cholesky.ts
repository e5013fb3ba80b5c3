/** Symmetric positive definite systems, small and dense: as many rows as a definition has weights. */

/**
 * Cholesky decomposition `A = L Lᵀ`, in place, lower triangle (row-major).
 *
 * @returns false when the matrix is not positive definite; its content is then spoiled
 */
export function decompose(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) {
        sum -= (matrix[row * size + k] ?? 0) * (matrix[column * size + k] ?? 0);
      }
      if (row === column) {
        if (!(sum > 0)) return false;
        matrix[row * size + row] = Math.sqrt(sum);
      } else {
        matrix[row * size + column] = sum / (matrix[column * size + column] ?? 1);
      }
    }
  }
  return true;
}

/** @returns x of `A x = b`, where `lower` is what `decompose` made of A */
export function solve(lower: Float64Array, size: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let row = 0; row < size; row++) {
    let sum = x[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (lower[row * size + k] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (lower[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (lower[k * size + row] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (lower[row * size + row] ?? 1);
  }
  return x;
}

/** @returns the diagonal of the inverse of A: variances, when A is a Hessian */
export function inverseDiagonal(lower: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size);
  const unit = new Float64Array(size);
  for (let place = 0; place < size; place++) {
    unit.fill(0);
    unit[place] = 1;
    diagonal[place] = solve(lower, size, unit)[place] ?? 0;
  }
  return diagonal;
}
