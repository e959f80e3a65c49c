#!/bin/sh
# trackio: import_csv of a table with several runs makes one run of all their rows, without a word about the column of names.
#
# One would guess: a long table with the columns run, step and fsd, as experiment logs are kept, becomes a run for each name,
#   or is refused; and a metric keeps its name.
# Seen (trackio 0.43.0): "Imported 4 rows ... as run 'all'". The rows of both runs stand in one run, two at each step. Columns of
#   text (run, phase) are gone, and the list of "metrics found" does not say what was left out. train_loss is called trainloss.
#   One has to write a file for each run (name=... says which), and numbers instead of text.
# Source: tried on 29 November 2026; trackio/imports.py.
#
# Exit status 0 while this holds, another when it changes. Wants Python 3.10 or later with venv.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check trackio==0.43.0 >&2
cat > runs.csv <<'CSV'
run,step,phase,fsd,train_loss
seed-0,0,memorising,0.1,4.5
seed-0,100,plateau,0.5,0.25
seed-1,0,memorising,0.2,4.5
seed-1,100,plateau,0.6,0.5
CSV
cat > try.py <<'PY'
import trackio
from trackio.sqlite_storage import SQLiteStorage

trackio.import_csv("runs.csv", project="grokking", name="all")
print("runs:", SQLiteStorage.get_runs("grokking"))
for row in SQLiteStorage.get_logs("grokking", "all"):
    print("row:", row["step"], sorted(set(row) - {"step", "timestamp"}))
PY
TRACKIO_DIR="$folder/kept" HF_HUB_OFFLINE=1 venv/bin/python try.py | tee output
grep -qx "runs: \['all'\]" output && test "$(grep -c "^row: 0 \['fsd', 'trainloss'\]$" output)" = 2 && test "$(grep -c '^row:' output)" = 4
