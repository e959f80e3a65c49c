#!/bin/sh
# Makes a program for Linux that brings its own Java and libtorch, in target/packages:
#   jpackage/linux.sh              Grokscope/, a folder to be copied anywhere
#   jpackage/linux.sh deb          a Debian package; wants fakeroot and binutils (rpm: rpm-build)
set -eu
cd "$(dirname "$0")/.."
exec mvn --batch-mode --quiet -DskipTests package exec:exec@package \
    -Dpackage.type="${1:-app-image}"
