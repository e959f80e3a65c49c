#!/bin/sh
# Not yet tried on a Mac. Makes a program for macOS on Apple silicon that brings its own Java and libtorch, in
# target/packages:
#   jpackage/macos.sh              Grokscope.app
#   jpackage/macos.sh dmg          a disk image (or pkg, an installer)
# It is not signed: the first time, open it from the context menu.
set -eu
cd "$(dirname "$0")/.."
# macOS wants versions that do not begin with 0.
exec mvn --batch-mode --quiet -DskipTests package exec:exec@package -Dpackage.type="${1:-app-image}" \
    -Dpackage.version=1.0.0
