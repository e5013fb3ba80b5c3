"""Golden numbers for lib/score, from libraries that share no line with it.

Makes golden.json beside this file: small made-up inputs (fixed seed) and, for each, what numpy, scipy and scikit-learn
say. tests/unit/score/golden.test.ts holds lib/score to them; it needs the json only, never Python.

Needs numpy, scipy and scikit-learn (Debian: apt install python3-sklearn). From the root of the repository:
  /usr/bin/python3 tests/golden/make.py && npx biome check --write tests/golden
The json in the repository was made by Python 3.11.2, numpy 1.24.2, scipy 1.10.1, scikit-learn 1.2.1.

Where each number comes from:
  counters    sum of 2^(-age/half-life) over whole UTC days, straight from the definition, no running value
  map         scipy.optimize (trust-exact, own gradient and Hessian of the textbook objective), sd from numpy.linalg.inv
  ridge       sklearn LogisticRegression (lbfgs, C = sd^2, weighted cases): the zero-mean case, intercept free
  platt, base scipy.optimize.minimize (Nelder-Mead, then BFGS) of the penalised likelihood, no gradient given
  stairs      sklearn IsotonicRegression with weights; blocks are runs of equal fitted values
  metrics     sklearn.metrics (AUC, Brier, log-loss, precision, recall); ECE over numpy.array_split of a stable argsort;
              lift of the top tenth with the expected part of a tie at its edge
  wilson      scipy.stats.binomtest(...).proportion_ci(method="wilson")
  cholesky    numpy.linalg.solve and inv
  quantile    numpy.quantile (linear)
  stability   PSI as scipy.stats.entropy (Kullback-Leibler) of the smoothed shares, both ways
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from scipy.stats import binomtest, entropy
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss, precision_score, recall_score, roc_auc_score

rng = np.random.default_rng(20261122)


def counters():
    """Events as [UTC day, second of that day], not in order; at most `perDay` of a day count."""
    made = []
    for half_life, per_day, n in [(90, 1, 40), (14.5, 3, 60), (3650, 2, 25)]:
        days = rng.integers(20300, 20770, n).tolist() + [20500] * 5
        asked = 20779
        kept = np.concatenate([np.repeat(day, min(days.count(day), per_day)) for day in set(days)])
        made.append({
            "halfLifeDays": half_life, "perDay": per_day, "asked": asked,
            "events": [[day, int(rng.integers(0, 86400))] for day in days],
            "value": float(np.sum(2.0 ** (-(asked - kept) / half_life))),
        })
    return made


def penalised(X, y, counts, offsets, mean, sd):
    """The objective of map-fit.ts with its derivatives; the last column of X is all ones."""
    def loss(b):
        z = X @ b + offsets
        return np.sum(counts * (np.logaddexp(0, z) - y * z)) + np.sum(((b - mean) / sd) ** 2) / 2

    def gradient(b):
        return X.T @ (counts * (expit(X @ b + offsets) - y)) + (b - mean) / sd**2

    def hessian(b):
        p = expit(X @ b + offsets)
        return (X.T * (counts * p * (1 - p))) @ X + np.diag(1 / sd**2)

    return loss, gradient, hessian


def regression():
    n, width = 240, 6
    rows = np.column_stack([
        (rng.random((n, 4)) < [0.5, 0.3, 0.1, 0.02]).astype(float),  # is so
        np.round(rng.exponential(1.5, (n, 2)), 3),  # so often
    ])
    truth = np.array([0.8, -0.4, 1.2, 0.3, 0.5, -0.2])
    outcomes = (rng.random(n) < expit(rows @ truth - 1)).astype(int)
    counts = np.round(2 ** (-rng.uniform(0, 400, n) / 180), 6)
    offsets = np.round(rng.normal(0, 0.3, n), 3)
    mean = np.array([0.7, 0, 0.5, 0.2, 0.3, 0, -0.8])
    sd = np.array([0.3, 0.6, 1, 0.15, 0.5, 1e-4, 3])
    X = np.column_stack([rows, np.ones(n)])
    loss, gradient, hessian = penalised(X, outcomes, counts, offsets, mean, sd)
    best = minimize(loss, mean, jac=gradient, hess=hessian, method="trust-exact", options={"gtol": 1e-11}).x
    best = best - np.linalg.solve(hessian(best), gradient(best))  # one last Newton step: to machine precision
    ridge_sd = 0.6
    ridge = LogisticRegression(C=ridge_sd**2, tol=1e-12, max_iter=10_000).fit(rows, outcomes, sample_weight=counts)
    data = {"rows": rows.tolist(), "outcomes": outcomes.tolist(), "counts": counts.tolist(), "offsets": offsets.tolist()}
    return {
        **data,
        "map": {
            "mean": mean.tolist(), "priorSd": sd.tolist(), "weights": best.tolist(), "loss": float(loss(best)),
            "sd": np.sqrt(np.diag(np.linalg.inv(hessian(best)))).tolist(),
        },
        "ridge": {"sd": ridge_sd, "weights": [*ridge.coef_[0].tolist(), float(ridge.intercept_[0])]},
    }


def calibration():
    n = 180
    logits = np.round(rng.normal(0, 1.2, n), 1)
    outcomes = (rng.random(n) < expit(0.6 * logits - 0.7)).astype(int)
    counts = np.round(2 ** (-rng.uniform(0, 400, n) / 180), 6)

    def of(size, parameters):
        z, y, w = logits[:size], outcomes[:size], counts[:size]

        def loss(b):
            slope, base = b if parameters == 2 else (1.0, b[0])
            t = slope * z + base
            return np.sum(w * (np.logaddexp(0, t) - y * t)) + (slope - 1) ** 2 / (2 * 0.5**2) + base**2 / (2 * 3**2)

        start = [1.0, 0.0] if parameters == 2 else [0.0]
        rough = minimize(loss, start, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-14}).x
        return minimize(loss, rough, method="BFGS", options={"gtol": 1e-9}).x.tolist()

    slope, base = of(n, 2)
    return {
        "logits": logits.tolist(), "outcomes": outcomes.tolist(), "counts": counts.tolist(),
        "platt": {"n": n, "slope": slope, "base": base},
        "base": {"n": 49, "base": of(49, 1)[0]},
    }


def stairs():
    """Whole points, as leads have them: many ties. Every block has far more than the 30 that a step needs."""
    n = 900
    values = rng.integers(0, 13, n) / 2
    outcomes = (rng.random(n) < 0.15 + 0.6 * expit(values - 3)).astype(int)
    counts = np.round(rng.uniform(0.5, 1, n), 3)
    fitted = IsotonicRegression().fit(values, outcomes, sample_weight=counts).predict(values)
    blocks = []
    for share in np.unique(fitted.round(12)):
        inside = np.abs(fitted - share) < 1e-9
        weight = float(counts[inside].sum())
        blocks.append({"at": float(np.average(values[inside], weights=counts[inside])), "weight": weight, "share": float(share)})
    assert min(block["weight"] for block in blocks) >= 30 and len(blocks) >= 5
    return {"values": values.tolist(), "outcomes": outcomes.tolist(), "counts": counts.tolist(), "blocks": blocks}


def lift10(scores, outcomes):
    size, left, hits = len(scores) / 10, len(scores) / 10, 0.0
    for score in sorted(set(scores), reverse=True):
        tied = outcomes[scores == score]
        hits += tied.mean() * min(left, len(tied))
        left -= min(left, len(tied))
    return hits / size / outcomes.mean()


def metrics():
    n = 203  # not a multiple of ten
    scores = rng.integers(-5, 40, n)
    outcomes = (rng.random(n) < expit((scores - 15) / 10)).astype(int)
    chances = expit(np.round((scores - 20) / 10 + rng.normal(0, 0.3, n), 2))
    bands = np.array_split(np.argsort(chances, kind="stable"), 10)
    at = 18
    return {
        "scores": scores.tolist(), "chances": chances.tolist(), "outcomes": outcomes.tolist(),
        "auc": roc_auc_score(outcomes, scores), "brier": brier_score_loss(outcomes, chances),
        "logLoss": log_loss(outcomes, chances),
        "ece": float(sum(abs(chances[b].sum() - outcomes[b].sum()) for b in bands) / n),
        "lift10": float(lift10(scores, outcomes)),
        "line": {
            "at": at, "volume": int((scores >= at).sum()),
            "precision": precision_score(outcomes, scores >= at), "recall": recall_score(outcomes, scores >= at),
        },
    }


def wilson():
    pairs = [(0, 1), (1, 1), (0, 20), (20, 20), (41, 57), (3, 1000), (46, 46)]
    intervals = [binomtest(hits, n).proportion_ci(method="wilson") for hits, n in pairs]
    return [{"hits": h, "n": n, "low": i.low, "high": i.high} for (h, n), i in zip(pairs, intervals)]


def cholesky():
    half = rng.normal(0, 1, (5, 5))
    matrix = half @ half.T + 0.1 * np.eye(5)
    b = rng.normal(0, 1, 5)
    return {
        "matrix": matrix.tolist(), "b": b.tolist(), "x": np.linalg.solve(matrix, b).tolist(),
        "inverseDiagonal": np.diag(np.linalg.inv(matrix)).tolist(),
    }


def quantile():
    values = np.sort(np.round(rng.normal(0, 1, 37), 3))
    shares = [0, 0.025, 0.31, 0.5, 0.975, 1]
    return {"values": values.tolist(), "shares": shares, "quantiles": np.quantile(values, shares).tolist()}


def stability():
    made = []
    for size, n, m in [(4, 400, 90), (12, 60, 30)]:
        before, after = rng.multinomial(n, rng.dirichlet(np.ones(size))), rng.multinomial(m, rng.dirichlet(np.ones(size)))
        before[0], after[0] = 0, max(1, after[0])  # a level that is new
        p, q = before + 0.5, after + 0.5  # entropy() makes shares of them
        seen = before + after > 0  # a level that nobody has is none
        p, q = p[seen], q[seen]
        made.append({"before": before.tolist(), "after": after.tolist(), "psi": float(entropy(p, q) + entropy(q, p))})
    return made


made = {
    "counters": counters(), "regression": regression(), "calibration": calibration(), "stairs": stairs(),
    "metrics": metrics(), "wilson": wilson(), "cholesky": cholesky(), "quantile": quantile(), "stability": stability(),
}
path = pathlib.Path(__file__).with_name("golden.json")
path.write_text(json.dumps(made, separators=(",", ":")) + "\n")
print(path, path.stat().st_size, "bytes")
