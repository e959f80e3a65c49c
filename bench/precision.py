"""Do runs with products of bfloat16 numbers reach their milestones when runs of float32 do? Reads what `grokscope list --json` says
of a folder that holds both, on standard input; needs scipy. `bench/run precision` trains them first, the same seeds of both.

The rank-sum test (Mann and Whitney) asks whether one of two samples lies later, Kolmogorov and Smirnov's whether they
are distributed otherwise in any way, Ansari and Bradley's whether one is wider, the signed-rank test (Wilcoxon) whether the same
seed comes later.
"""

import json
import sys

from scipy import stats

MILESTONES = ["memorised", "ceiling", "restricted-sync", "grokked"]


def main():
    steps = {"float32": {}, "bf16": {}}
    for run in json.load(sys.stdin)["runs"]:
        settings = run["configuration"]
        precision = settings["optimizer"].get("precision", "float32")
        steps[precision][settings["seeds"]["seed"]] = run["milestones"]
    seeds = sorted(steps["float32"].keys() & steps["bf16"].keys())
    if len(seeds) < 5:
        sys.exit("precision: there are %d seeds with runs of both, and 5 are the least to say anything of." % len(seeds))
    print("%d seeds, steps: median (quartiles) [lowest, highest]\n" % len(seeds))
    print("| milestone | float32 | bf16 | without it | rank sum | KS | Ansari-Bradley | signed rank |")
    print("|---|---|---|---|---|---|---|---|")
    for milestone in MILESTONES:
        both = [[steps[kind][seed][milestone] for seed in seeds] for kind in ("float32", "bf16")]
        without = " and ".join(str(sum(step is None for step in each)) for each in both)
        pairs = [(a, b) for a, b in zip(*both) if a is not None and b is not None]
        exact, narrow = ([step for step in each if step is not None] for each in both)
        print("| %s | %s | %s | %s | %s |" % (milestone, said(exact), said(narrow), without, " | ".join(tests(exact, narrow, pairs))))


def tests(exact, narrow, pairs):
    """What each test says, or a dash where it has nothing to tell apart: a sample is empty, or all steps are the same."""
    if not exact or not narrow or len(set(exact + narrow)) == 1:
        return ["—"] * 4
    values = [test(exact, narrow).pvalue for test in (stats.mannwhitneyu, stats.ks_2samp, stats.ansari)]
    differ = any(a != b for a, b in pairs)
    return ["p = %.2f" % p for p in values] + ["p = %.2f" % stats.wilcoxon(*zip(*pairs)).pvalue if differ else "—"]


def said(steps):
    if not steps:
        return "—"
    low, middle, high = (stats.scoreatpercentile(steps, share) for share in (25, 50, 75))
    return "%s (%s to %s) [%s, %s]" % tuple("{:,.0f}".format(step) for step in (middle, low, high, min(steps), max(steps)))


main()
