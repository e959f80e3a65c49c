# Not yet tried on Windows. Makes a program for Windows that brings its own Java and libtorch, in target\packages:
#   jpackage\windows.ps1           Grokscope\, a folder to be copied anywhere
#   jpackage\windows.ps1 msi       an installer (or exe); wants the WiX toolset on the PATH
param([string]$Type = "app-image")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
mvn --batch-mode --quiet -DskipTests package "exec:exec@package" "-Dpackage.type=$Type"
exit $LASTEXITCODE
