#!/bin/sh
# Slurm 22.05: sacct has no --array, though squeue of the same version has.
#
# One would guess: who asks both for the tasks of a job array writes "squeue --array" and "sacct --array", as the manual pages of
#   newer versions have it, and gets a line for each task.
# Seen (Slurm 22.05.8, Debian 12): squeue takes it; sacct ends with "unrecognized option '--array'" and says nothing of any job, so
#   that a program which takes a failing sacct for a cluster without accounts never hears what became of its tasks. Without the
#   option sacct gives begun and ended tasks lines of their own, 17_3, and those that wait one in brackets, 17_[4-9]: ask it
#   without, and squeue for what waits.
# Source: tried on 30 November 2026 against slurmdbd with a database; this file asks the programs alone, which needs no daemon.
#
# Exit status 0 while this holds, another when it changes. Wants Debian 12 with apt-get, and dpkg.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
apt-get download -qq slurm-client=22.05.8* slurm-wlm-basic-plugins=22.05.8* 2> apt || { cat apt >&2; exit 1; }
for package in *.deb; do dpkg -x "$package" root; done
printf 'ClusterName=one\nSlurmctldHost=localhost\nAuthType=auth/none\nPluginDir=%s\nNodeName=localhost\n' \
    "$(dirname "$(find "$folder/root" -name libslurmfull.so)")" > slurm.conf
export SLURM_CONF="$folder/slurm.conf"
LD_LIBRARY_PATH=$(dirname "$(find "$folder/root" -name libslurmfull.so)")
export LD_LIBRARY_PATH
asked() {
    if "$folder/root/usr/bin/$1" --array --usage 2>&1 | grep -q "unrecognized option '--array'"; then
        echo "$1: unrecognized option"
    else
        echo "$1: taken"
    fi
}
{ asked squeue; asked sacct; } | tee output
grep -qx 'squeue: taken' output && grep -qx 'sacct: unrecognized option' output
